import Actions
import ArgumentParser
import Foundation
import Governance

/// `chaperone people import`: what files would change, and with `--apply` the change.
struct PeopleImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Say what lists of people would change; with --apply, change it.",
        discussion: """
            PATH is a CSV file, a zip of a OneRoster export, its folder, or its files one by one.
            Without --apply nothing is saved. Nobody is removed unless --leavers says so.
            """)

    @OptionGroup var data: DataOption

    @Argument(help: "The files.", completion: .file())
    var path: [String]

    @Option(help: "The short name of the school of rows that name none.")
    var school: String?

    @Option(help: "A file that says how the columns are read (JSON); without it, as last time or as they look.")
    var map: String?

    @Flag(help: "Read consents to pictures, and nothing else.")
    var consents = false

    @Flag(help: "Save what would change.")
    var apply = false

    @Flag(help: "Whoever is on the roll and not in the list has left.")
    var leavers = false

    @Flag(help: "A list many times the roll is the right one.")
    var sure = false

    func run() async throws {
        try await sayingWhatIsWrong {
            let installation = try data.installation()
            let organisation = try await data.organisation(in: installation)
            let attempt = TryImport(
                path.map { ImportFile(URL(filePath: $0)) }, for: consents ? .consents : .people,
                mapping: try mapping(), school: school)
            try await ImportWorkplace.use { staged in
                let trial = try await attempt.perform(in: organisation, by: .console, staged: staged)
                guard let counts = trial.counts else { try fail(question(trial)) }
                try say(trial, counts, staged: staged)
                guard apply else { return print("Nothing is saved. Say --apply to bring it in.") }
                let changed = try await ConfirmImport(
                    trial, staged: staged, leavers: leavers ? .all : .stay, isSure: sure, isWhole: sure
                ).perform(in: organisation, by: .console)
                print(changed ? "The file is brought in." : "Nothing had to change.")
            }
        }
    }

    private func mapping() throws -> ImportMapping? {
        guard let map else { return nil }
        guard let bytes = FileManager.default.contents(atPath: map) else {
            throw ValidationError("There is no file \(map).")
        }
        do { return try JSONDecoder().decode(ImportMapping.self, from: bytes) } catch {
            throw ValidationError("\(map) does not say how columns are read: it is no JSON of that form.")
        }
    }

    private func question(_ trial: ImportTrial) -> String {
        let fields = ImportField.allCases.map(\.rawValue).joined(separator: ", ")
        let missing = trial.missing.map(\.rawValue).joined(separator: ", ")
        let doubled = trial.doubled.map(\.rawValue).joined(separator: ", ")
        let kind = trial.missing.contains(.kind) ? " or \"kind\": \"pupil\" for all of them" : ""
        return """
            Nobody can tell how the columns are read. The headings are: \(trial.headings.joined(separator: ", ")).
            \(missing.isEmpty ? "Claimed by two columns: \(doubled)" : "Missing: \(missing)").
            Say it in a file with --map, such as {"columns": {"Adno": "ref"}}\(kind). The words are: \(fields).
            """
    }

    private func say(_ trial: ImportTrial, _ counts: ImportCounts, staged: URL) throws {
        if let form = trial.form { print(form + (trial.isDelta ? ", changes only" : "")) }
        if trial.rows == 0 { print("0 people found; nothing changes.") }
        let lines: [(String, Int)] = [
            ("new", counts.added), ("changed", counts.changed), ("back", counts.returning),
            ("stay as they are", counts.same), ("rows held back", counts.held),
            ("consents that cannot be read", counts.doubtfulConsents), ("rows to look at", counts.warnings),
            ("not in the file", counts.gone), ("rows skipped", trial.skipped), ("parents", counts.parents),
            ("classes and places in them", counts.classes),
        ]
        for (what, count) in lines where count > 0 { print("\(count) \(what)") }
        for doubt in try ImportFindings.first(100, of: staged) {
            let file = doubt.file.isEmpty ? "" : doubt.file + ", "
            print("  \(file)line \(doubt.line), \(doubt.column): \(doubt.says). \(doubt.advice).")
        }
        if !trial.notRead.isEmpty { print("Not read: " + trial.notRead.joined(separator: ", ")) }
        if !trial.consentsLeftOut.isEmpty {
            print(
                """
                These look like consents to pictures, and are not read with people: \
                \(trial.consentsLeftOut.joined(separator: ", ")).
                Bring these in as consents: people import --consents \(path.joined(separator: " "))
                """)
        }
        if !trial.guessedNames.isEmpty {
            print("Do these names look right? " + trial.guessedNames.joined(separator: ", "))
        }
        if trial.isPartOfRoll {
            print("\(counts.gone) of \(counts.inScope) on the roll are not in the file: is it the whole list?")
        }
        if let times = trial.timesTheRoll { print("This list is \(times) times your roll. Is it the right one?") }
    }
}
