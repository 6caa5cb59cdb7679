import Actions
import Foundation
import Governance

/// A list of roles from a file or pasted: a trial, and only then the change. The list itself goes along in the form.
enum RoleListRoutes {
    static let all: [Route] = [
        .get(.roleList, .administrators) { visit in .page(form(visit)) },
        .post(.roleList, .administrators, .upload(megabytes: 1), attempt),
        .post(.roleListDecision, .administrators, .form, decide),
    ]

    /// So much fits into the form that carries it on.
    private static let largest = 250_000

    private static func form(_ visit: Visit, _ problems: [Problem] = []) -> Page {
        RoleListForm.page(to: visit.link(.roleList), back: crumb(visit), form: visit.form, problems: problems)
    }

    private static func crumb(_ visit: Visit) -> Crumb { Crumb("Who can sign in", visit.link(.users)) }

    @Sendable private static func attempt(_ visit: Visit) async throws -> Reply {
        let pasted = Array(visit.form["text"].utf8)
        let file = visit.form.files["file"]?.bytes ?? []
        guard !file.isEmpty || pasted.contains(where: { $0 > 0x20 }) else {
            return .page(form(visit, [Problem("file", "Choose a file, or paste the list")]))
        }
        let (list, field) = file.isEmpty ? (pasted, "text") : (file, "file")
        guard list.count <= largest else {
            return .page(form(visit, [Problem(field, "This is larger than 250 KB. Bring it in in parts")]))
        }
        do { return .page(try await trialPage(list, visit)) } catch ActionError.invalid(let errors) {
            return .page(form(visit, errors.map { Problem(field, $0.says) }))
        }
    }

    private static func trialPage(
        _ list: [UInt8], _ visit: Visit, ticked: Set<String> = [], _ problems: [Problem] = []
    ) async throws -> Page {
        let trial = try await TryRoleList(list).perform(in: visit.work, by: visit.actor)
        return RoleListPage.page(
            trial, list: Data(list).base64EncodedString(), to: visit.link(.roleListDecision), back: crumb(visit),
            ticked: ticked, problems: problems)
    }

    @Sendable private static func decide(_ visit: Visit) async throws -> Reply {
        guard let data = Data(base64Encoded: visit.form["list"]), !data.isEmpty, data.count <= largest else {
            throw TurnedAway.unreadableForm
        }
        let list = Array(data)
        let ticked = Set(visit.form.all("end") + visit.form.all("endOfOthers"))
        let trial = try await TryRoleList(list).perform(in: visit.work, by: visit.actor)
        let meanwhile = "Something has changed meanwhile. Look at it once more"
        guard visit.form["seen"] == trial.mark else {
            return .page(try await trialPage(list, visit, ticked: ticked, [Problem("list", meanwhile)]))
        }
        guard !trial.added.isEmpty || !ticked.isEmpty else {
            return .page(
                try await trialPage(list, visit, [Problem("end", "Tick what ends, or leave everything as it is")]))
        }
        do {
            try await ConfirmRoleList(list, as: trial, ending: Set(ticked.map { Identifier($0) }))
                .perform(in: visit.work, by: visit.actor)
            return .see(.users)
        } catch ActionError.conflict(let says) {
            let field = trial.gone.isEmpty ? "list" : "end"
            return .page(try await trialPage(list, visit, ticked: ticked, [Problem(field, says)]))
        }
    }
}
