import Foundation
import Governance
import Testing

@testable import PolicyFile

private let manual = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/writing-a-policy.md")
private let begin = "<!-- controls -->\n"
private let end = "<!-- end of controls -->\n"

@Suite struct TheManual {
    /// Run with UPDATE_DOCS=1 to write the table anew.
    @Test func itsTableOfControlsIsTheCatalogue() throws {
        let text = try String(contentsOf: manual, encoding: .utf8)
        let from = try #require(text.range(of: begin))
        let to = try #require(text.range(of: end))
        let table = "\n" + controlCatalogue.markdown + "\n"
        if ProcessInfo.processInfo.environment["UPDATE_DOCS"] == "1" {
            let renewed = text[..<from.upperBound] + table + text[to.lowerBound...]
            try String(renewed).write(to: manual, atomically: true, encoding: .utf8)
            return
        }
        #expect(String(text[from.upperBound..<to.lowerBound]) == table, "run the tests with UPDATE_DOCS=1")
    }

    @Test func itNamesEveryWordOfTheLists() throws {
        let text = try String(contentsOf: manual, encoding: .utf8)
        for word in PolicyWord.allCases { #expect(text.contains(word.rawValue)) }
        for kind in DutyKind.allCases { #expect(text.contains(kind.rawValue)) }
        for place in ToldPlace.allCases { #expect(text.contains("`\(place.rawValue)`")) }
        for room in Room.allCases { #expect(text.contains("`\(room.rawValue)`")) }
        for kind in FoundRemark.Kind.allCases { #expect(text.contains("`\(kind.rawValue)`")) }
        for extent in Binding.Extent.allCases { #expect(text.contains("`\(extent.rawValue)`")) }
    }
}
