import Foundation
import Testing

@testable import Website

@Suite("What parents read") struct ParentsWordsTests {
    private static let filled = ["{school}", "{day}", "{year}", "{version}"]

    @Test("says the same things in every language, in one edition", arguments: PictureWords.codes)
    func whole(code: String) {
        let words = PictureWords.called(code)
        let english = PictureWords.english
        #expect(words.code == code && words.keys == english.keys)
        #expect(words.version == english.version)
        for key in english.keys {
            #expect(!words[key].isEmpty, "\(key)")
            for place in Self.filled {
                #expect(words[key].contains(place) == english[key].contains(place), "\(key) \(place)")
            }
        }
    }

    @Test("promises no more than can be done: what is printed cannot be called back")
    func promise() {
        #expect(PictureWords.english["promise"].contains("What is printed already cannot be called back"))
        let printed = [
            "pl": "wydrukowano", "ro": "tipărit", "pt": "impresso", "uk": "надрукованого", "ur": "چھپ چکا", "ar": "طُبع",
        ]
        for (code, word) in printed { #expect(PictureWords.called(code)["promise"].contains(word), "\(code)") }
    }

    @Test("is never ambiguous about a no to all")
    func noToAll() {
        #expect(PictureWords.called("pl")["all-no"] == "Odmawiam we wszystkich punktach")
        #expect(!PictureWords.called("ro")["promise"].contains("nu mai târziu"))
    }

    @Test("keeps a name apart from words that run from right to left", arguments: ["ur", "ar"])
    func apart(code: String) {
        let words = PictureWords.called(code)
        #expect(words.language.isRightToLeft)
        #expect(words["lead", ["school": "Quay (Lower) School"]].contains("\u{2068}Quay (Lower) School\u{2069}"))
        #expect(!PictureWords.english["lead", ["school": "Quay"]].contains("\u{2068}"))
    }
}
