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

    /// The last column of its tables names what makes the event: a type of `Sources/Actions`, or a file there.
    @Test func eachNamedActionIsThere() throws {
        var there: Set<String> = []
        for file in swiftFiles(in: "Sources/Actions") {
            there.insert(file.deletingPathExtension().lastPathComponent)
            let text = try String(contentsOf: file, encoding: .utf8)
            there.formUnion(text.matches(of: /(?:struct|enum|class|actor) ([A-Z]\w+)/).map { String($0.1) })
        }
        let page = try String(contentsOf: root.appending(path: "docs/record.md"), encoding: .utf8)
        var named: Set<String> = []
        for row in page.matches(of: /\n\| `[a-z-]+\.[a-z-]+` \|.*\| ([^|]+) \|/) {
            named.formUnion(row.1.matches(of: /\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\b/).map { String($0.0) })
        }
        #expect(named.count > 100)
        #expect(named.subtracting(there) == [])
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
