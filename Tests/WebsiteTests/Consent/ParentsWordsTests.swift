import Foundation
import Governance
import Testing

@testable import Website

@Suite("What parents read") struct ParentsWordsTests {
    private static let filled = ["{school}", "{day}", "{year}", "{version}", "{place}", "{contact}", "{count}"]

    @Test("says everything in every language, in one edition", arguments: FamilyLanguage.allCases)
    func whole(family: FamilyLanguage) {
        let words = PictureWords.of(family)
        let english = PictureWords.english
        #expect(words.family == family && words.keys == Set(PictureWords.Key.allCases.map(\.rawValue)))
        #expect(words.version == english.version)
        for key in PictureWords.Key.allCases {
            #expect(!words[key].isEmpty, "\(key)")
            for place in Self.filled {
                #expect(words[key].contains(place) == english[key].contains(place), "\(key) \(place)")
            }
        }
    }

    /// What no page says any more is translated no more either.
    @Test("has no words that no page asks for")
    func asked() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Website/Consent/Families")
        let swift = try ["ParentRoutes", "ConsentLetters", "PictureWords", "PictureWords+Key"].map {
            try String(contentsOf: sources.appending(path: "\($0).swift"), encoding: .utf8)
        }.joined()
        for key in PictureWords.Key.allCases {
            #expect(try swift.contains(Regex("\\.\(key)\\b")), "\(key)")
        }
    }

    @Test("promises no more than can be done: what is printed cannot be called back")
    func promise() {
        #expect(PictureWords.english[.promise].contains("What is printed already cannot be called back"))
        let printed = [
            "pl": "wydrukowano", "ro": "tipărit", "pt": "impresso", "uk": "надрукованого", "ur": "چھپ چکا", "ar": "طُبع",
        ]
        for (code, word) in printed { #expect(PictureWords.called(code)[.promise].contains(word), "\(code)") }
    }

    @Test("is never ambiguous about a no to all")
    func noToAll() {
        #expect(PictureWords.called("pl")[.allNo] == "Odmawiam we wszystkich punktach")
        #expect(!PictureWords.called("ro")[.promise].contains("nu mai târziu"))
    }

    @Test("keeps a name apart from words that run from right to left", arguments: ["ur", "ar"])
    func apart(code: String) {
        let words = PictureWords.called(code)
        #expect(words.language.isRightToLeft)
        #expect(words[.lead, ["school": "Quay (Lower) School"]].contains("\u{2068}Quay (Lower) School\u{2069}"))
        #expect(!PictureWords.english[.lead, ["school": "Quay"]].contains("\u{2068}"))
    }
}
