import Foundation
import Testing

@Suite("The program for pictures is confined") struct ConfinementTests {
    @Test("it opens, changes and starts nothing, reaches nobody, and its memory and time have an end")
    func refused() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "confinement-\(UUID().uuidString)")
        try Data("a pupil's picture".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let probe = try begun("ConfinementProbe", [file.path])
        let text = String(decoding: try probe.output.readToEnd() ?? Data(), as: UTF8.self)
        probe.process.waitUntilExit()
        let said = Dictionary(
            uniqueKeysWithValues: text.split(separator: "\n").map { line in
                let words = line.split(separator: " ", maxSplits: 1).map(String.init)
                return (words[0], words[1])
            })
        for name in [
            "open", "create", "delete", "rename", "socket", "local-socket", "process", "program", "signal",
            "limits-of-another", "memory",
        ] {
            #expect(said[name] == "refused", "\(name)")
        }
        // what the decoders need is left to them
        #expect(said["thread"] == "done")
        #expect(try Data(contentsOf: file) == Data("a pupil's picture".utf8))
        // it would have run on for ever
        #expect(probe.process.terminationReason == .uncaughtSignal)
        #expect(probe.process.terminationStatus == SIGALRM)
    }

    @Test("the program itself is so before it is given a byte") func itself() async throws {
        let decoder = try begun("chaperone-pictures", [])
        defer { decoder.process.terminate() }
        let folder = URL(filePath: "/proc/\(decoder.process.processIdentifier)")
        func line(_ name: String, in file: String) throws -> [Substring] {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(name) })
            return line.dropFirst(name.count).split { $0.isWhitespace }
        }
        // it loads its libraries first; 2: a filter of its own (proc(5))
        for _ in 0..<200 where try line("Seccomp:", in: "status") != ["2"] {
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(try line("Seccomp:", in: "status") == ["2"])
        #expect(try line("NoNewPrivs:", in: "status") == ["1"])
        #expect(try line("Max address space", in: "limits").prefix(2) == ["2147483648", "2147483648"])
        #expect(try line("Max cpu time", in: "limits").first == "30")
        #expect(try line("Max file size", in: "limits").prefix(2) == ["0", "0"])
        #expect(try line("Max core file size", in: "limits").prefix(2) == ["0", "0"])
        // nothing of Chaperone's is open in it
        let open = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "fd").path)
        #expect(Set(open).isSubset(of: ["0", "1", "2"]))
    }

    /// A program of this build, with its input open and nothing in it.
    private func begun(
        _ name: String, _ arguments: [String]
    ) throws -> (process: Process, input: FileHandle, output: FileHandle) {
        let process = Process()
        process.executableURL = projectFolder.appending(path: ".build/debug/\(name)")
        process.arguments = arguments
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        return (process, input.fileHandleForWriting, output.fileHandleForReading)
    }
}
