import Actions
import Foundation
import Governance
import Reading

/// A list of training from a file: a trial, and only then the change. The list itself goes along in the form.
enum TrainingListRoutes {
    static let all: [Route] = [
        .get(.trainingList, .registerKeepers) { visit in .page(form(visit)) },
        .post(.trainingList, .registerKeepers, .upload(megabytes: 1), attempt),
        .post(.trainingListDecision, .registerKeepers, .form, decide),
    ]

    /// So much fits into the form that carries it on.
    private static let largest = 250_000

    private static func form(_ visit: Visit, _ problems: [Problem] = []) -> Page {
        TrainingListForm.page(
            to: visit.link(.trainingList), back: TrainingRoutes.crumb(visit), problems: problems)
    }

    @Sendable private static func attempt(_ visit: Visit) async throws -> Reply {
        guard let file = visit.form.files["file"], !file.bytes.isEmpty else {
            return .page(form(visit, [Problem("file", "Choose a file")]))
        }
        guard file.bytes.count <= largest else {
            return .page(form(visit, [Problem("file", "This is larger than 250 KB. Bring it in in parts")]))
        }
        do { return .page(try await trialPage(file.bytes, visit)) } catch ActionError.invalid(let errors) {
            return .page(form(visit, errors.map(Problem.init)))
        }
    }

    private static func trialPage(_ bytes: [UInt8], _ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let trial = try await TryTrainingList(bytes).perform(in: visit.work, by: visit.actor)
        return TrainingListPage.page(
            trial, list: Data(bytes).base64EncodedString(), to: visit.link(.trainingListDecision),
            back: TrainingRoutes.crumb(visit), problems: problems)
    }

    @Sendable private static func decide(_ visit: Visit) async throws -> Reply {
        guard let list = Data(base64Encoded: visit.form["list"]), list.count <= largest else {
            throw TurnedAway.unreadableForm
        }
        let bytes = Array(list)
        let trial = try await TryTrainingList(bytes).perform(in: visit.work, by: visit.actor)
        guard visit.form["seen"] == "\(trial.added.count) \(trial.held.count)" else {
            return .page(
                try await trialPage(
                    bytes, visit, [Problem("list", "Something has changed meanwhile. Look at it once more")]))
        }
        try await ConfirmTrainingList(bytes, as: trial).perform(in: visit.work, by: visit.actor)
        return .see(.training)
    }
}
