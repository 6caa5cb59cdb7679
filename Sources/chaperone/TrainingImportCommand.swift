import Actions
import ArgumentParser
import Foundation
import Governance

/// `chaperone training import`: what a list of training would change, and with `--apply` the change.
struct TrainingImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Say what a list of training would change; with --apply, change it.",
        discussion: """
            PATH is a CSV file with the columns “E-mail address” (or “Name”), “Course”, “Done on” and “Certificate”.
            Without --apply nothing is saved. Rows that are held back stay out, whatever is said.
            """)

    @OptionGroup var data: DataOption

    @Argument(help: "The file.", completion: .file())
    var path: String

    @Flag(help: "Save what would change.")
    var apply = false

    func run() async throws {
        try await sayingWhatIsWrong {
            guard let bytes = FileManager.default.contents(atPath: path) else {
                throw ValidationError("There is no file \(path).")
            }
            let organisation = try await data.organisation(in: data.installation())
            let trial = try await TryTrainingList(Array(bytes)).perform(in: organisation, by: .console)
            print("\(trial.added.count) new on record, \(trial.known) on record already, \(trial.held.count) held back")
            for doubt in trial.held {
                print("  line \(doubt.line), \(doubt.column): \(doubt.value): \(doubt.says). \(doubt.advice).")
            }
            if !trial.notRead.isEmpty { print("Not read: " + trial.notRead.joined(separator: ", ")) }
            guard apply else { return print("Nothing is saved. Say --apply to bring it in.") }
            let added = try await ConfirmTrainingList(Array(bytes), as: trial).perform(in: organisation, by: .console)
            print(added == 0 ? "Nothing had to change." : "The list is brought in.")
        }
    }
}
