import Foundation
import Governance
import Testing

@testable import Website

@Suite("What parents read") struct ParentsWordsTests {
    private static let filled = ["{school}", "{day}", "{year}", "{version}", "{place}", "{contact}", "{count}"]

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

    /// A key that is misspelt in Swift would be an empty sentence on a page that families read.
    @Test("has the words of every key that a page asks for, and no others")
    func asked() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Website/Consent")
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        let swift = try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
            .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
        var asked = Set(Consent.Channel.allCases.flatMap { [$0.rawValue, $0.rawValue + "-hint"] })
        for found in swift.matches(of: /(?:words|english|self|\$0)\[([^\]]*)|gloss\(([^)]*)\)/) {
            let inside = found.1 ?? found.2 ?? ""
            // what is filled in stands behind a comma
            let key = inside.prefix { $0 != "," }
            asked.formUnion(key.matches(of: /"([a-z-]+)"/).map { String($0.1) }.filter { $0 != "-hint" })
        }
        #expect(asked.subtracting(PictureWords.english.keys) == [])
        #expect(PictureWords.english.keys.subtracting(asked) == [])
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
