import Governance
import Store

/// Takes a correction back, so that the finding counts again. No policy gives this to a role, for it makes a check stricter:
/// it is for whoever offered it, and for the author and whoever keeps the post, while they write for its school.
package struct WithdrawCorrection: Sendable {
    package var correction: Identifier<Correction>

    package init(correction: Identifier<Correction>) {
        self.correction = correction
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let correction = try tx.correction(correction)
            let post = try tx.post(correction.post)
            let user = try tx.requireWriter(at: post.school)
            guard user == correction.by || post.isOf(user) else {
                throw ActionError.notPermitted("Whoever offered a correction, or keeps the post, takes it back")
            }
            guard correction.outcome == nil || correction.outcome == .confirmed else { return .unchanged }
            try tx.settle(correction, as: .withdrawn, by: user, why: nil)
            return Recorded(
                .of(.correctionWithdrawn, correction, why: nil),
                tasks: try asking(correction, of: post, organisation, tx))
        }
    }
}
