import Foundation
import StartedPrograms

/// A server of `Tests/Servers`, running in a process of its own until this one ends.
package final class RealServer: Sendable {
    /// What it said when it was ready.
    package let said: [String: String]
    private let script: StartedProgram

    private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    package init(_ script: String) throws {
        self.script = try Self.launch(script, [])
        var line = Data()
        while let byte = try self.script.output.read(upToCount: 1), byte.first != UInt8(ascii: "\n") { line += byte }
        guard let said = try JSONSerialization.jsonObject(with: line) as? [String: String] else {
            throw CocoaError(.fileReadCorruptFile)
        }
        self.said = said
    }

    package subscript(name: String) -> String { said[name] ?? "" }

    /// What a script prints until it ends.
    package static func printed(by script: String, _ arguments: [String]) throws -> Data {
        let started = try launch(script, arguments)
        return try withExtendedLifetime(started) { try started.output.readToEnd() ?? Data() }
    }

    private static func launch(_ script: String, _ arguments: [String]) throws -> StartedProgram {
        try StartedProgram(
            tests.deletingLastPathComponent().appending(path: ".venv/bin/python"),
            [tests.appending(path: "Servers/\(script).py").path] + arguments, heard: .output)
    }

    /// The one WordPress of all tests; it takes a quarter of a minute to start.
    package static let wordPress = Result { try RealServer("wordpress") }
    /// The one server of the AT Protocol of all tests.
    package static let pds = Result { try RealServer("pds") }
}
