import ArgumentParser
import Foundation
import Governance
import PolicyFile

/// `chaperone policy check`: errors with their place, else remarks.
struct PolicyCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check policy files: errors with line and column, then remarks.",
        discussion: "Exit status: 0 without errors, 1 with errors, 2 on usage. Remarks are no errors.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "Policy files, or keys of built-in policies such as LINK.")
    var policies: [String]

    @Option(help: "How to write the result.")
    var format: Format = .text

    @Option(name: .customLong("on"), help: "The day on which to judge, as 2026-11-21; today when absent.")
    var day: Day?

    func run() throws {
        let sources = try policies.map(PolicySource.init)
        let reports = sources.map {
            CheckReport(file: $0.name, bytes: $0.bytes, on: day ?? Day(of: Date()))
        }
        switch format {
        case .text: for report in reports { print(report.text, terminator: "") }
        case .json: print(try reports.json(), terminator: "")
        }
        if reports.contains(where: { !$0.problems.isEmpty }) { throw ExitCode(1) }
    }
}

extension Day: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
