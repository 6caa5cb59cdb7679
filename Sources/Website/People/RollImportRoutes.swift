import Actions
import Governance
import Reading

/// The roll from a file: a trial run, and only then the change.
enum RollImportRoutes {
    static let all: [Route] = [
        .get(.rollImport, .rollKeepers) { visit in
            .page(RollImportForm.page(to: visit.link(.rollImport), back: RollRoutes.crumb(visit)))
        },
        .post(.rollImport, .rollKeepers, .upload(megabytes: 20), trial),
        .post(.rollImportDecision, .rollKeepers, .upload(megabytes: 60), bringIn),
    ]

    @Sendable private static func trial(_ visit: Visit) async throws -> Reply {
        let again = { (problems: [Problem]) in
            Reply.page(
                RollImportForm.page(to: visit.link(.rollImport), back: RollRoutes.crumb(visit), problems: problems))
        }
        guard let file = visit.form.files["file"] else { return again([Problem("file", "Choose a file")]) }
        do {
            let plan = try await ImportRoll(bytes: file.bytes).trial(in: visit.work, by: visit.actor)
            return .page(
                RollImportPage.page(plan, text: DelimitedText.text(of: file.bytes), file: file.name, visit))
        } catch ActionError.invalid(let errors) {
            return again(errors.map(Problem.init))
        }
    }

    @Sendable private static func bringIn(_ visit: Visit) async throws -> Reply {
        let bytes = Array(visit.form["text"].utf8)
        let plan = try await ImportRoll(bytes: bytes).trial(in: visit.work, by: visit.actor)
        guard RollImportPage.shown(plan) == visit.form["shown"] else {
            throw TurnedAway.conflict("The roll has changed since the trial run was shown.")
        }
        try await ImportRoll(bytes: bytes, shown: plan).perform(in: visit.work, by: visit.actor)
        return .see(.roll)
    }
}
