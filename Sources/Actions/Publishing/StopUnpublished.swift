import Foundation
import Governance
import Store

/// A post that waits to be published by hand, and that the door does not let through any more: whoever has it open says that
/// it is not out, and it is stopped.
package struct StopUnpublished: Sendable {
    package var placement: Identifier<Placement>

    package init(_ placement: Identifier<Placement>) { self.placement = placement }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let placement = try tx.placement(placement)
            let post = try tx.post(placement.post)
            try tx.requirePublisher(of: placement, post)
            guard placement.state == .ready else { return .unchanged }
            if let against = try tx.standsAgainst(placement), !against.passes {
                return try tx.stop(placement, of: post, why: against.says)
            }
            guard case .refused(let refusal) = try organisation.admission(of: placement, on: tx.now, tx) else {
                throw ActionError.conflict("Nothing speaks against this post any more. Publish it, or take it back")
            }
            return try tx.stop(placement, of: post, refusal, stage: .published)
        }
        try await organisation.noteDue()
    }
}

extension WriteTransaction {
    /// Whoever publishes this post by hand: its author, who keeps it, or a moderator.
    func requirePublisher(of placement: Placement, _ post: Post) throws {
        try requireOwnOrRole(
            PublishingRoles.publishing, of: post, at: placement.account.school,
            "Its author or a moderator publishes this post")
    }
}
