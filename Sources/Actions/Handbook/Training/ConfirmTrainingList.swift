import Foundation
import Governance
import Store

/// Brings a list of training in: everything that its trial added, in one transaction, or nothing.
package struct ConfirmTrainingList: Sendable {
    package var bytes: [UInt8]
    /// What the trial said; nil: whatever is found now.
    package var trial: TrainingListTrial?

    package init(_ bytes: [UInt8], as trial: TrainingListTrial? = nil) {
        self.bytes = bytes
        self.trial = trial
    }

    /// Returns how many are newly on record. Throws `.conflict` when it is no longer as the trial said.
    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Int {
        let list = try TrainingList(bytes)
        let added = try await organisation.change(by: actor) { tx in
            let now = try tx.trial(of: list)
            guard trial.map({ $0 == now }) ?? true else {
                throw ActionError.conflict("Something has changed since the trial. Look at it once more")
            }
            let events = try Dictionary(grouping: now.added, by: \.course).sorted { $0.key.name < $1.key.name }
                .flatMap { course, lines in
                    try tx.put(
                        lines.map { Done(user: $0.user.id, on: $0.on, certificate: $0.certificate) }, of: course,
                        session: nil)
                }
            guard let first = events.first else { return .unchanged(0) }
            return Recorded(
                events.count, first, and: Array(events.dropFirst()),
                tasks: try tx.handbookTasks(organisation.installation.policies))
        }
        try await organisation.noteDue()
        return added
    }
}
