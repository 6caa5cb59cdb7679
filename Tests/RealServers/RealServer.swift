import Foundation
import Synchronization

/// A server of `Tests/Servers`, running in a process of its own until this one ends.
package final class RealServer: Sendable {
    /// What it said when it was ready.
    package let said: [String: String]
    private let input: FileHandle

    private static let launching = Mutex(())
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    package init(_ script: String) throws {
        let (output, process) = try Self.launch(script, [])
        var line = Data()
        while let byte = try output.read(upToCount: 1), byte.first != UInt8(ascii: "\n") { line += byte }
        guard let said = try JSONSerialization.jsonObject(with: line) as? [String: String] else {
            throw CocoaError(.fileReadCorruptFile)
        }
        self.said = said
        input = process
    }

    deinit { try? input.close() }

    package subscript(name: String) -> String { said[name] ?? "" }

    /// What a script prints until it ends.
    package static func printed(by script: String, _ arguments: [String]) throws -> Data {
        let (output, input) = try launch(script, arguments)
        defer { try? input.close() }
        return try output.readToEnd() ?? Data()
    }

    private static func launch(_ script: String, _ arguments: [String]) throws -> (FileHandle, FileHandle) {
        let process = Process()
        process.executableURL = tests.deletingLastPathComponent().appending(path: ".venv/bin/python")
        process.arguments = [tests.appending(path: "Servers/\(script).py").path] + arguments
        let (output, input) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardInput = input
        // no other process may get hold of these pipes, or their end would never come
        for end in [output.fileHandleForReading, input.fileHandleForWriting] {
            _ = fcntl(end.fileDescriptor, F_SETFD, FD_CLOEXEC)
        }
        try launching.withLock { _ in try process.run() }
        try output.fileHandleForWriting.close()
        try input.fileHandleForReading.close()
        return (output.fileHandleForReading, input.fileHandleForWriting)
    }

    /// The one WordPress of all tests; it takes a quarter of a minute to start.
    package static let wordPress = Result { try RealServer("wordpress") }
    /// The one server of the AT Protocol of all tests.
    package static let pds = Result { try RealServer("pds") }
}
