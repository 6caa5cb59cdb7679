import ArgumentParser
import Governance
import PolicyFile

/// `chaperone policy controls`: what a policy file may name after `control:`.
struct PolicyControlsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "controls",
        abstract: "List the controls, each with its parameters and examples.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown }

    @Argument(help: "The id of one control, such as publishing.pupil-names.")
    var id: String?

    @Option(help: "How to write the list.")
    var format: Format = .text

    func run() throws {
        let controls = id.map { id in controlCatalogue.filter { $0.id == id } } ?? controlCatalogue
        if let id, controls.isEmpty {
            let nearest = nearestWord(to: id, from: controlCatalogue.map(\.id)).map { " Did you mean \($0)?" }
            throw ValidationError("There is no control \(id).\(nearest ?? "")")
        }
        switch format {
        case .text: print(controls.map { $0.text(.ofTerminal) }.joined(separator: "\n"), terminator: "")
        case .markdown: print(controls.markdown, terminator: "")
        }
    }
}
