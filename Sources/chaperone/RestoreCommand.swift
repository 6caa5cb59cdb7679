import Actions
import ArgumentParser
import Foundation
import Governance

/// `chaperone restore`: an organisation from its backup, into a folder where it is not.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Bring an organisation back from a backup, verified before use.",
        discussion: "Never replaces one that is there. Everyone has to sign in again.")

    @Option(help: "The folder that holds everything, made where it is not there.")
    var data = "data"

    @Option(help: "The head NUMBER:HASH printed with the backup.")
    var expect: String?

    @Argument(help: "The backup.")
    var file: String

    func run() async throws {
        let expected = try expect.map { text in
            guard let head = RecordHead(text) else {
                throw ValidationError("--expect is NUMBER:HASH, the hash in 64 hexadecimal digits.")
            }
            return head
        }
        let folder = URL(filePath: data, directoryHint: .isDirectory)
        try await sayingWhatIsWrong {
            do {
                let restored = try await Restore(from: URL(filePath: file), expected: expected)
                    .perform(in: Installation(data: folder))
                print("\(restored.name) is back at /\(restored.slug), as of \(restored.head)")
            } catch let error as RecordDoesNotHold {
                try fail(
                    "The record in \(file) does not hold, so nothing was restored.\n"
                        + error.faults.joined(separator: "\n"))
            }
        }
    }
}
