import Governance
import Store

/// An approver agrees with the author's correction: the finding no longer counts for this text.
package struct ConfirmCorrection: Sendable {
    package var correction: Identifier<Correction>
    package var why: String?

    package init(correction: Identifier<Correction>, why: String? = nil) {
        self.correction = correction
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await settle(correction, as: .confirmed, .correctionConfirmed, why: why, in: organisation, by: actor)
    }
}
