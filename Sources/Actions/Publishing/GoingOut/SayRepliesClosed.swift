import Governance
import Store

/// Somebody has closed the replies to a post that is out, where its network lets no program do it (ACC-13).
package struct SayRepliesClosed: Sendable {
    package var placement: Identifier<Placement>

    package init(_ placement: Identifier<Placement>) { self.placement = placement }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let placement = try tx.placement(placement)
            let post = try tx.post(placement.post)
            try tx.requireOwnOrRole(
                PublishingRoles.publishing, of: post, at: placement.account.school,
                "Its author, or a moderator, closes the replies to it")
            guard placement.state.isOut else { throw ActionError.conflict("This post is not out") }
            return Recorded(
                Event(
                    .repliesClosed, .post(post.id),
                    after: ["placement": .text(placement.id.text), "account": .text(placement.account.name)]),
                tasks: [.close(.closeReplies, .placement(placement.id))])
        }
    }
}
