import ArgumentParser
import Foundation
import PolicyFile

/// `chaperone policy`: what a person who writes or reads a policy file needs.
struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Check, read, compare and test policy files.",
        subcommands: [
            PolicyCheckCommand.self, PolicyShowCommand.self, PolicyCoverageCommand.self, PolicyControlsCommand.self,
            PolicyDiffCommand.self, PolicyTestCommand.self,
        ])
}

extension Emphasis {
    /// Bold and faint where standard output is a terminal that wants them (NO_COLOR says not).
    static var ofTerminal: Emphasis {
        let environment = ProcessInfo.processInfo.environment
        let refused = environment["NO_COLOR"]?.isEmpty == false || environment["TERM"] == "dumb"
        return Emphasis(isOn: isatty(1) == 1 && !refused)
    }
}
