import ArgumentParser
import Governance
import PolicyFile

/// `chaperone policy diff`: what changes for whom from one policy to another.
struct PolicyDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say in sentences what changes from one policy to another, and for whom.",
        discussion: "Exit status: 0, 1 when a file has errors, 2 on usage.")

    @Argument(help: "The policy before: a file or a key.")
    var before: String

    @Argument(help: "The policy after: a file or a key.")
    var after: String

    func run() throws {
        let (old, new) = (try PolicySource(before), try PolicySource(after))
        let difference = PolicyDifference(from: try old.document().policy, to: try new.document().policy)
        print(difference.text(.ofTerminal), terminator: "")
    }
}
