import ArgumentParser
import Governance
import PolicyFile
import PolicySeeds

/// `chaperone policy coverage`: duties by policies, computed from the files.
struct PolicyCoverageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Show what carries each duty out, policy by policy.",
        discussion: "Exit status: 0, 1 when a file has errors, 2 on usage.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

    @Argument(help: "Policy files or keys; the five built-in policies when none is named.")
    var policies: [String] = []

    @Option(help: "How to write the table.")
    var format: Format = .text

    func run() throws {
        let names = policies.isEmpty ? PolicySeeds.files.map(\.key) : policies
        let coverage = Coverage(try names.map { try PolicySource($0).document().policy })
        switch format {
        case .text: print(coverage.text, terminator: "")
        case .json: print(try coverage.json(), terminator: "")
        case .markdown: print(coverage.markdown, terminator: "")
        }
    }
}
