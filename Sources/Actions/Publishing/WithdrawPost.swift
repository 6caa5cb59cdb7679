import Governance
import Store

/// Ends a post that is not to go out: its author or keeper, or whoever approves there. Its pictures are erased, unless
/// they were out once.
package struct WithdrawPost: Sendable {
    package var post: Identifier<Post>
    package var why: String?

    package init(post: Identifier<Post>, why: String? = nil) {
        self.post = post
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let post = try tx.post(post)
            try tx.requireOwnOrRole(
                PostApproval.roles, of: post, at: post.school,
                "Its author, or whoever approves posts here, withdraws it")
            let all = try tx.placements(of: post.id)
            guard !all.contains(where: { $0.state.isOut }) else {
                throw ActionError.conflict("This post is out. Order that it be taken down instead")
            }
            guard try tx.draft(of: post.id).discardedAt == nil else { return .unchanged }
            let open = all.filter { $0.state.next.contains(.withdrawn) }
            for placement in open {
                try tx.settle(placement, as: .withdrawn, why: why)
                try tx.clearDue(.placement, placement.id.text)
            }
            let pictures = try tx.picturesNeverOut(of: post.id)
            for picture in pictures { try tx.erase(picture, as: .removed) }
            try tx.discardDraft(of: post.id)
            return Recorded(
                Event(
                    .postWithdrawn, .post(post.id), before: RecordValue.places(open),
                    after: ["pictures-erased": .number(pictures.count)], why: why),
                tasks: try closing(open, of: post.id) + tx.lookedAt(post.id) + [
                    .close(.changePost, .post(post.id)), .close(.giveSecondOpinion, .post(post.id)),
                ])
        }
        try await organisation.erasePictures()
        try await organisation.noteDue()
    }
}
