import Actions
import ArgumentParser
import Foundation
import Governance

/// `chaperone restore`: organisations from their backups, into a folder where they are not.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Bring an organisation back from a backup, or several from a folder, verified before use.",
        discussion: "Never replaces one that is there. Everyone has to sign in again.")

    @Option(help: "The folder that holds everything, made where it is not there.")
    var data = "data"

    @Option(help: "The head NUMBER:HASH printed with the backup.")
    var expect: String?

    @Option(help: "Where the pictures of backups are kept. Else beside the backup.")
    var pictures: String?

    @Argument(help: "The backup, or a folder of backups.")
    var file: String

    func run() async throws {
        let expected = try expect.map { text in
            guard let head = RecordHead(text) else {
                throw ValidationError("--expect is NUMBER:HASH, the hash in 64 hexadecimal digits.")
            }
            return head
        }
        let files = try files()
        guard expected == nil || files.count == 1 else { throw ValidationError("With --expect, name one file.") }
        let installation = try Installation(data: URL(filePath: data, directoryHint: .isDirectory))
        var failed = false
        for file in files {
            do { try await restore(file, expected, in: installation) } catch is ExitCode { failed = true }
        }
        if failed { throw ExitCode(1) }
    }

    private func files() throws -> [URL] {
        let place = URL(filePath: file)
        guard (try? place.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true else { return [place] }
        let names = try FileManager.default.contentsOfDirectory(atPath: place.path).filter { $0.hasSuffix(".sqlite") }
        guard !names.isEmpty else { throw ValidationError("There is no backup in \(file).") }
        return names.sorted().map { place.appending(path: $0) }
    }

    /// One that fails does not keep the others back.
    private func restore(_ file: URL, _ expected: RecordHead?, in installation: Installation) async throws {
        try await sayingWhatIsWrong {
            do {
                let restored = try await Restore(
                    from: file, expected: expected,
                    pictures: pictures.map { URL(filePath: $0, directoryHint: .isDirectory) }
                ).perform(in: installation)
                print("\(restored.name) is back at /\(restored.slug), as of \(restored.head)")
                for lost in restored.lost { print(lost) }
            } catch let error as RecordDoesNotHold {
                try fail(
                    "The record in \(file.relativePath) does not hold, so nothing of it was restored.\n"
                        + error.faults.joined(separator: "\n"))
            }
        }
    }
}
