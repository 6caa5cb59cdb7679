import Actions
import ArgumentParser
import Foundation

/// `chaperone secrets-key`: a key for what the program must be able to read again.
struct SecretsKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "secrets-key",
        abstract: "Make a file with a fresh key, with which log-in details and passwords of servers are sealed.",
        discussion:
            "Give the file to `chaperone serve --secrets-key FILE`. Keep a copy apart from the backups: without "
            + "the key what it sealed is lost, and with both whoever finds them reads it.")

    @Argument(help: "The file to make; one that is there is left as it is.")
    var file: String

    func run() async throws {
        try await sayingWhatIsWrong {
            try SecretsKey.make(URL(filePath: file))
            print("Made \(file). Keep a copy of it apart from the backups.")
        }
    }
}
