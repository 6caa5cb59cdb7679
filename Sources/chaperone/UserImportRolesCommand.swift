import Actions
import ArgumentParser
import Foundation
import Governance

/// `chaperone user import-roles`: what a list of roles would change, and with `--apply` the change.
struct UserImportRolesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import-roles",
        abstract: "Say what a list of roles would change; with --apply, change it.",
        discussion: """
            PATH is a CSV file with the columns “E-mail address”, “Role” and, where they are needed, “School” and “Until”.
            Without --apply nothing is saved. Rows that are held back stay out, whatever is said. Roles that an earlier
            list gave and this one has no longer end only with --end.
            """)

    @OptionGroup var data: DataOption

    @Argument(help: "The file.", completion: .file())
    var path: String

    @Option(
        help: ArgumentHelp(
            "End what this list has no longer of the person with this e-mail address; may be said several times.",
            valueName: "email"))
    var end: [String] = []

    @Flag(help: "Save what would change.")
    var apply = false

    func run() async throws {
        try await sayingWhatIsWrong {
            guard let bytes = FileManager.default.contents(atPath: path) else {
                throw ValidationError("There is no file \(path).")
            }
            let organisation = try await data.organisation(in: data.installation())
            let trial = try await TryRoleList(Array(bytes)).perform(in: organisation, by: .console)
            let ending = try ending(trial)
            say(trial, ending)
            guard apply else { return print("Nothing is saved. Say --apply to bring it in.") }
            let changes = try await ConfirmRoleList(Array(bytes), as: trial, ending: Set(ending.map(\.grant.id)))
                .perform(in: organisation, by: .console)
            print(changes == 0 ? "Nothing had to change." : "The list is brought in.")
        }
    }

    private func ending(_ trial: RoleListTrial) throws -> [RoleListTrial.Gone] {
        let emails = Set(end.map { $0.lowercased() })
        if let strange = emails.first(where: { email in !trial.gone.contains { $0.user.email == email } }) {
            throw ValidationError("Of \(strange) there is nothing to end.")
        }
        return trial.gone.filter { emails.contains($0.user.email) }
    }

    private func say(_ trial: RoleListTrial, _ ending: [RoleListTrial.Gone]) {
        print("\(trial.added.count) new, \(trial.known) held already, \(trial.held.count) held back")
        for line in trial.added {
            let until = line.until.map { ", until \($0.inWords)" } ?? ""
            print("  \(line.user.email): \(line.role.title), \(line.school?.name ?? "whole organisation")\(until)")
        }
        for doubt in trial.held {
            print("  line \(doubt.line), \(doubt.column): \(doubt.value): \(doubt.says). \(doubt.advice).")
        }
        if trial.held.contains(where: { $0.says == RoleList.unknownRole }) {
            print("The roles are: " + Role.allCases.sorted().map(\.title).joined(separator: ", "))
        }
        if !trial.notRead.isEmpty { print("Not read: " + trial.notRead.joined(separator: ", ")) }
        for gone in trial.gone {
            let what = ending.contains(gone) ? "ends" : "is in this list no longer, and stays unless --end says so"
            print(
                "  \(gone.user.email): \(gone.grant.grant.role.title), \(gone.school?.name ?? "whole organisation"): \(what)"
            )
        }
        if let last = trial.lastAdministrator {
            print("  \(last.email) stays administrator: nobody else who can come in is one for good")
        }
    }
}
