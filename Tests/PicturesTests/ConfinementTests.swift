import Foundation
import Pictures
import StartedPrograms
import Testing

@Suite("The program for pictures is confined") struct ConfinementTests {
    @Test("it opens, changes and starts nothing, reaches nobody, and its memory and time have an end")
    func refused() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "confinement-\(UUID().uuidString)")
        try Data("a pupil's picture".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let probe = try begun("ConfinementProbe", [file.path])
        let text = String(decoding: try probe.output.readToEnd() ?? Data(), as: UTF8.self)
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
        #expect(probe.ended() == .signal(SIGALRM))
    }

    @Test("the program itself is so before it is given a byte") func itself() async throws {
        let decoder = try begun("chaperone-pictures", [])
        defer { decoder.kill(SIGTERM) }
        let folder = URL(filePath: "/proc/\(decoder.identifier)")
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
    }

    @Test("nothing that is open in Chaperone is open in it") func files() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let secret = open("/etc/hostname", O_RDONLY)
        #expect(secret > 2)
        defer { close(secret) }
        let (script, told) = (folder.appending(path: "telling").path, folder.appending(path: "open").path)
        let real = projectFolder.appending(path: ".build/debug/chaperone-pictures").path
        try """
        #!/bin/sh
        for each in /proc/$$/fd/*; do /usr/bin/readlink $each; done >\(told)
        exec \(real)

        """.write(toFile: script, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
        for attempt in 1...100 {
            do {
                _ = try await PictureProgram(path: script).prepare(pictureFile("boat.png"), sizes: wholeSize)
                break
            } catch PictureTrouble.noProgram where attempt < 100 {
                // what starts beside it may still hold the file that was just written (execve(2), ETXTBSY)
                try await Task.sleep(for: .milliseconds(50))
            }
        }
        let opened = try String(contentsOfFile: told, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(!opened.isEmpty && !opened.contains("/etc/hostname"), "\(opened)")
        #expect(!opened.contains { $0.contains("sqlite") || $0.hasPrefix("socket:") }, "\(opened)")
    }

    /// A program of this build, with its input open and nothing in it.
    private func begun(_ name: String, _ arguments: [String]) throws -> StartedProgram {
        try StartedProgram(projectFolder.appending(path: ".build/debug/\(name)"), arguments, heard: .output)
    }
}
