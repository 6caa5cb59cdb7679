import Foundation
import Governance
import Testing

@testable import Website

/// Every kind of task has words for a calendar that anybody may see.
@Suite struct TaskTitlesTests {
    @Test func everyKindHasATitleWithoutAName() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Governance")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var kinds: [String] = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            for block in text.matches(of: /extension NewTask\.Kind \{\n(.*?)\n\}/.dotMatchesNewlines()) {
                kinds += block.1.matches(of: /static let \w+ = Self\("([^"]+)"\)/).map { String($0.1) }
            }
        }
        #expect(kinds.count > 20)
        for kind in kinds { #expect(TaskTitles.title(NewTask.Kind(kind)) != nil, "\(kind)") }
    }
}
