import Governance
import Store

/// An approver does not agree: the text must change.
package struct RejectCorrection: Sendable {
    package var correction: Identifier<Correction>
    package var why: String

    package init(correction: Identifier<Correction>, why: String) {
        self.correction = correction
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let why = try required(why, "why", "Say why it must change", most: 500)
        try await settle(correction, as: .rejected, .correctionRejected, why: why, in: organisation, by: actor)
    }
}
