import Foundation
import Testing

@testable import Governance

/// docs/record.md tells a governor what stands on record; it names every kind of event, and none that there is not.
@Suite struct KindsOfEvents {
    @Test func eachIsToldInThePapers() throws {
        let page = try String(contentsOf: root.appending(path: "docs/record.md"), encoding: .utf8)
        let told = page.matches(of: /\| `([a-z-]+\.[a-z-]+)` \|/).map { String($0.1) }
        #expect(told.count == Set(told).count, "one is told twice")
        #expect(Set(told) == (try declared()))
    }

    /// What follows `extension Event.Kind {`, or stands in the type itself, up to its closing brace.
    private func declared() throws -> Set<String> {
        let folder = root.appending(path: "Sources/Governance")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var kinds: Set<String> = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            for block in text.matches(of: /extension Event\.Kind \{\n(.*?)\n\}/.dotMatchesNewlines()) {
                for kind in block.1.matches(of: /static let \w+ = (?:Self|Kind)\("([^"]+)"\)/) {
                    kinds.insert(String(kind.1))
                }
            }
        }
        return kinds
    }

    private var root: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }
}
