import ArgumentParser
import Foundation
import PolicyFile

/// `chaperone policy show`: a policy as a person reads it.
struct PolicyShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a policy, or one section of it.",
        discussion: "Exit status: 0, 1 when the file has errors, 2 on usage or when there is no such section.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, yaml }

    @Argument(help: "A policy file, or the key of a built-in policy such as LINK, or template.")
    var policy: String

    @Argument(help: "A section as the paper numbers it, such as 6.3 or 6.3(f), or a heading.")
    var section: String?

    @Option(help: "yaml gives the file itself, to begin one's own.")
    var format: Format = .text

    func run() throws {
        let source = try PolicySource(policy)
        if format == .yaml {
            guard section == nil else {
                throw ValidationError("--format yaml gives the whole file; leave the section out.")
            }
            FileHandle.standardOutput.write(Data(source.bytes))
            return
        }
        let shown = ShownPolicy(try source.document().policy, emphasis: .ofTerminal)
        guard let section else { return print(shown.text, terminator: "") }
        guard let text = shown.section(section) else {
            let guess = shown.nearest(section).map { " Did you mean \($0)?" } ?? ""
            throw ValidationError("\(source.name) has no section \(section).\(guess)")
        }
        print(text, terminator: "")
    }
}
