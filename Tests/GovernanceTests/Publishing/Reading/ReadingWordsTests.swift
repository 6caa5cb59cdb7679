import Testing

@testable import Governance

@Suite("Words of a field") struct ReadingWordsTests {
    private func words(_ text: String) -> [String] {
        let field = ReadField(FieldText("text", text))
        return field.words.indices.map(field.folded)
    }

    @Test("are folded: accents, look-alikes, small capitals, the s of a possessive")
    func folded() {
        #expect(words("The Party’s Straße, l'Été") == ["the", "party", "strasse", "lete"])
        #expect(words("v\u{43E}te ᴠᴏᴛᴇ ＶＯＴＥ v\u{200B}ote 3pm") == ["vote", "vote", "vote", "vote", "3pm"])
    }

    @Test("are compared by the hash of what they fold to")
    func hashes() {
        let field = ReadField(FieldText("text", "Our Party’s ᴊᴏʙ Straße l'Été won't 12th"))
        for (index, word) in field.words.enumerated() {
            #expect(word.hash == WordHash.of(field.folded(index)))
            #expect(word.length == field.folded(index).utf8.count)
        }
    }

    @Test("of a phrase about vacancies have a trigger near its beginning")
    func vacancies() {
        for phrase in Vacancies.plain.phrases + Vacancies.seeking.phrases {
            #expect(phrase.prefix(Vacancies.reach + 1).contains(where: Vacancies.triggers.contains), "\(phrase)")
        }
    }

    /// Each of these once stopped the program.
    @Test("may be a phrase that runs across the end of its sentence")
    func acrossSentences() throws {
        let control = Vacancies(try Arguments([:], for: Vacancies.parameters))
        for text in [
            "We are looking. For a cook.", "Could you? Be our next!", "Join! Our team as", "We seek: appoint.\nA",
        ] {
            #expect(control.examine(PublishPost(draft: Draft(text: text), roll: nil)).isEmpty)
        }
    }
}
