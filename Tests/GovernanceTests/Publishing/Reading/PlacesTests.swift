import Testing

@testable import Governance

@Suite("Places in a field") struct PlacesTests {
    /// Scalars of one to four bytes, joined into fewer characters, and such as some readers drop.
    static let before = "👨‍👩‍👧 e\u{301}té 🇬🇧 \u{200B}𝒜\u{FEFF} ’ñ日本 \r\n"

    @Test("are decoded as Swift decodes them")
    func scalars() {
        for text in ["", "a", "Ünï", "日本", Self.before, "\u{0}\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}"] {
            #expect(FieldText("text", text).scalars == text.unicodeScalars.map(\.value))
        }
    }

    @Test(
        "count Unicode scalars, whoever reads",
        arguments: [
            ("publishing.politics", "Vote Labour"), ("publishing.vacancies", "We are hiring"),
            ("publishing.offensive", "f\u{200B}*ck"), ("publishing.confidential", "strictly private"),
            ("publishing.personal-data", "07700 900123"), ("publishing.links", "bit.ly/öpen"),
            ("publishing.pupil-names", "J\u{430}mie Thornto\u{301}n"),
        ])
    func count(_ id: String, _ passage: String) throws {
        let entry = try #require(publishingControls.first { $0.id == id })
        let allowed: [String: ParameterValue] =
            id == "publishing.pupil-names" ? ["allowed": .words(["first-name"])] : [:]
        let post = PublishPost(
            draft: Draft(text: "\(Self.before)\(passage) 🎉 e\u{301}"),
            roll: Roll([Person(ref: "p", kind: .pupil, given: "Jamie", family: "Thornton")]))
        let seen = entry.prepare(try Arguments(allowed, for: entry.parameters))(post)
        let found = try #require(seen.first)
        let start = Self.before.unicodeScalars.count
        #expect(seen.count == 1)
        #expect(found.place == Place("text", from: start, to: start + passage.unicodeScalars.count))
        #expect(found.evidence == passage)
    }
}
