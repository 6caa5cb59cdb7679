import Foundation
import Testing

/// A verb is found by the name of its type: `ReturnPost` in ReturnPost.swift. These alone stand with their opposite, or with
/// the verb without which they are not understood.
private let together: [String: String] = [
    "DeclineOnePerson": "ConfirmOnePerson", "DisconnectAccount": "ConnectAccount", "LiftNever": "SayNever",
    "LiftVisitorObjection": "RecordVisitorObjection", "ReadNeverReason": "SayNever",
]

@Suite struct VerbTests {
    @Test func eachVerbStandsInTheFileOfItsName() throws {
        let declared = try Regex(#"^(?:package )?(?:struct|enum|final class|extension) (\w+)"#)
        let performed = try Regex(#"^    (?:package )?func perform\("#)
        var verbs = 0
        for file in swiftFiles(in: "Sources/Actions") {
            let name = file.deletingPathExtension().lastPathComponent
            var type = ""
            var seen: Set<String> = []
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                if let found = try declared.firstMatch(in: line)?.output[1].substring { type = String(found) }
                guard try performed.firstMatch(in: line) != nil, seen.insert(type).inserted else { continue }
                verbs += 1
                if type != name, together[type] != name { Issue.record("\(type) stands in \(name).swift") }
            }
        }
        #expect(verbs > 150)
    }
}
