import Actions
import Foundation
import Governance
import Reading

extension PostDesk {
    func reviewForm(_ story: PostStory, _ problems: [Problem]) -> PostPage.ReviewForm? {
        let open = story.places.flatMap(\.reviews).filter { $0.outcome == nil }
        guard let review = open.first,
            story.post.keeper == desk.me.user.id
                || desk.me.authority.holds(any: PostApproval.roles, at: story.post.school)
        else { return nil }
        return PostPage.ReviewForm(
            action: visit.link(.postReview(.value(story.post.id.text))),
            says:
                "It is time to look at it again, by \(When.near(review.dueAt, now: visit.now)). Is it still right, and "
                + "are its comments in order?",
            outcome: ChoiceField(
                "outcome", "What did you find?",
                [
                    (PostReview.Outcome.stillRight.rawValue, "It is still right", nil),
                    (PostReview.Outcome.takeDown.rawValue, "It must come down", "The take-down is ordered at once"),
                ], chosen: [visit.form["outcome"]], problems: problems),
            why: TextField("why", "In a sentence", value: visit.form["why"], short: true, problems: problems))
    }

    func keeperForm(_ story: PostStory, _ problems: [Problem]) async throws -> PostPage.KeeperForm? {
        guard
            story.post.keeper == desk.me.user.id
                || desk.me.authority.holds(any: PublishingRoles.arranging, at: story.post.school)
        else { return nil }
        let people = try await WhoChoice(.writers(besides: story.post.keeper, at: story.post.school), in: visit)
        guard !people.isEmpty else { return nil }
        return PostPage.KeeperForm(
            action: visit.link(.postKeeper(.value(story.post.id.text))),
            says: "\(story.keeperName) keeps it under review. Handing on passes all their posts to one colleague.",
            to: people.field("to", "To whom?", first: nil, chosen: visit.form["to"], problems: problems),
            why: TextField("why-keeper", "Why?", value: visit.form["why-keeper"], problems: problems),
            open: problems.contains { ["to", "why-keeper"].contains($0.field) })
    }
}
