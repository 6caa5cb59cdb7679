import Governance
import Store

/// Why a post that waits to be published by hand is not to go out any more, as sentences; empty: nothing speaks against it.
package struct LookBeforePublishing: Sendable {
    package var placement: Identifier<Placement>

    package init(_ placement: Identifier<Placement>) { self.placement = placement }

    package func perform(in organisation: Organisation, by actor: Actor) async throws -> [String] {
        try await organisation.look(by: actor) { tx in
            let placement = try tx.placement(placement)
            guard try tx.hasAllPictures(placement) else { return [Organisation.pictureEnded + "."] }
            guard case .refused(let refusal) = try organisation.admission(of: placement, on: tx.now, tx) else {
                return []
            }
            return refusal.stopping.map(\.says)
        }
    }
}
