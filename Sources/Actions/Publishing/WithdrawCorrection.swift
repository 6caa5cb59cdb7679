import Governance
import Store

/// The author takes a correction back; the finding counts again.
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
            guard user == correction.by || user == post.author else {
                throw ActionError.notPermitted("Whoever offered a correction withdraws it")
            }
            guard correction.outcome == nil || correction.outcome == .confirmed else { return .unchanged }
            try tx.settle(correction, as: .withdrawn, by: user, why: nil)
            return Recorded(
                .of(.correctionWithdrawn, correction, why: nil),
                tasks: try asking(correction, of: post, organisation, tx))
        }
    }
}
