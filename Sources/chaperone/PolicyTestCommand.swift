import ArgumentParser
import Foundation
import Governance
import PolicyFile
import PolicySeeds

/// `chaperone policy test`: the cases beside a policy must get their answers.
struct PolicyTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Judge the cases beside a policy, and say which get another answer than they expect.",
        discussion: "Exit status: 0 when all are as expected, 1 when one is not or a file has errors, 2 on usage.")

    @Argument(help: "A policy file, or the key of a built-in policy such as LINK.")
    var policy: String

    @Argument(help: "The cases; those beside the policy (NAME.cases.jsonl for NAME.yaml) when absent.")
    var cases: String?

    func run() throws {
        let source = try PolicySource(policy)
        let policy = try source.document().policy
        let (name, bytes) = try beside(source)
        let run = CaseRun(bytes, by: policy)
        print(run.text(file: name), terminator: "")
        if !run.failures.isEmpty { throw ExitCode(1) }
    }

    private func beside(_ source: PolicySource) throws -> (name: String, bytes: [UInt8]) {
        if let cases { return (cases, try contents(of: cases)) }
        if let url = source.url {
            let file = url.deletingPathExtension().appendingPathExtension("cases.jsonl").path
            return (file, try contents(of: file))
        }
        let key = source.name.uppercased()
        guard let built = PolicySeeds.cases.first(where: { $0.key == key }) else {
            throw ValidationError("There are no cases built in for \(source.name); name a file of cases.")
        }
        return ("\(key).cases.jsonl", built.bytes)
    }

    private func contents(of file: String) throws -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(filePath: file)))
        } catch {
            throw ValidationError("The cases in \(file) cannot be read: is there such a file?")
        }
    }
}
