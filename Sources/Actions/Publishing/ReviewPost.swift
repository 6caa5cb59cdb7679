import Foundation
import Governance
import Store

/// Looks at a published post again: it is still right, or comes down (PUB-16).
package struct ReviewPost: Sendable {
    package var placement: Identifier<Placement>
    package var outcome: PostReview.Outcome
    package var why: String?

    package init(placement: Identifier<Placement>, outcome: PostReview.Outcome, why: String? = nil) {
        self.placement = placement
        self.outcome = outcome
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let placement = try tx.placement(placement)
            let post = try tx.post(placement.post)
            let user = try tx.person()
            guard try user == post.keeper || tx.authority().holds(any: PostApproval.roles, at: placement.account.school)
            else { throw ActionError.notPermitted("Whoever keeps this post, or a moderator, looks at it again") }
            guard let review = try tx.openReview(of: placement.id) else {
                throw ActionError.conflict("This post is not up for a second look")
            }
            try tx.settle(review, as: outcome, by: user)
            let event = Event(
                .postReviewed, .post(post.id),
                after: [
                    "placement": .text(placement.id.text), "account": .text(placement.account.name),
                    "outcome": .text(outcome.rawValue),
                ], why: why)
            let closing = TaskChange.close(.reviewPost, .placement(placement.id))
            switch outcome {
            case .stillRight:
                let weeks = try tx.settings(at: placement.account.school).weeksToReview
                try tx.setDue(.review, placement.id.text, at: tx.now + Double(weeks) * 7 * 86_400)
                return Recorded(event, tasks: [closing])
            case .takeDown:
                guard placement.state == .published else { return Recorded(event, tasks: [closing]) }
                let ordered = try tx.order(
                    placement, of: post, reason: why ?? "It is no longer right", section: nil,
                    deadline: tx.now + 86_400, by: user)
                return Recorded(event, and: ordered.events, tasks: [closing] + ordered.tasks, notices: ordered.notices)
            }
        }
        try await organisation.noteDue()
    }
}
