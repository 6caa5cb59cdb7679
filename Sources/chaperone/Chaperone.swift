import ArgumentParser
import Foundation

/// The command line: every command is a subcommand of `chaperone`.
@main
struct Chaperone: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chaperone",
        abstract: "Runs a school's social media by its own policy.",
        subcommands: [
            PolicyCommand.self, ScreenCommand.self, ServeCommand.self, DemoCommand.self, RecordCommand.self,
            BackupCommand.self, RestoreCommand.self, UserCommand.self, SetUpCodeCommand.self,
            AddressCommand.self, SecretsKeyCommand.self, ResealSecretsCommand.self, PeopleCommand.self,
            TrainingCommand.self,
        ])

    /// Usage errors exit with 2, as the commands' contracts say; ArgumentParser alone would say 64.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var waits = command as? any AsyncParsableCommand {
                try await waits.run()
            } else {
                try command.run()
            }
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            FileHandle.standardError.write(Data((fullMessage(for: error) + "\n").utf8))
            Foundation.exit(2)
        }
    }
}
