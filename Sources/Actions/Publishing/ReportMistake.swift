import Foundation
import Governance
import Store

/// Whoever sees that something went wrong with a post says so, from the post (INC-11): it comes down at once where they
/// want that, and whoever the policy names is asked for advice.
package struct ReportMistake: Sendable {
    package var post: Identifier<Post>
    package var wish: Mistake.Wish
    package var says: String
    /// It may harm the school's name.
    package var harmsStanding: Bool

    package init(post: Identifier<Post>, wish: Mistake.Wish, says: String, harmsStanding: Bool = false) {
        self.harmsStanding = harmsStanding
        self.post = post
        self.wish = wish
        self.says = says
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let says = try required(says, "says", "Say what went wrong, in a sentence", most: 1_000)
        try await organisation.change(by: actor) { tx in
            let post = try tx.post(post)
            let user = try tx.requireReporter(of: post)
            let policy = try organisation.policyInForce(at: post.school, on: tx.now, tx)?.policy
            let terms = MistakeTerms(policy)
            let told = try tx.adviser(terms, besides: user, at: post.school)
            let isOwn = try tx.writers(of: post).contains(user) || post.keeper == user
            let mistake = Mistake(
                id: tx.identifier(), post: post.id, by: user, at: tx.now, isOwn: isOwn, wish: wish, says: says,
                section: terms.section, harmsStanding: harmsStanding,
                standingSection: harmsStanding ? terms.standingSection : nil, told: told)
            try tx.insert(mistake)
            let due = try tx.within(1, at: post.school)
            var events = [
                Event(
                    .mistakeReported, .post(post.id),
                    after: [
                        "own": .flag(isOwn), "wish": .text(wish.rawValue), "told": .text(told.rawValue),
                        "section": RecordValue(terms.section), "standing": .flag(harmsStanding),
                        "standing-section": RecordValue(mistake.standingSection),
                    ], why: says)
            ]
            let under = terms.section.map { ", as section \($0) has it" } ?? ""
            var tasks: [TaskChange] = [
                .open(
                    NewTask(
                        .adviseOnMistake, .post(post.id), for: .role(told, at: post.school), within: due,
                        rule: "A mistake was reported, and advice is asked for\(under)\(mistake.inDisrepute)",
                        hiddenFrom: [user]))
            ]
            var notices: [NewNotice] = []
            if wish == .takeDown {
                for order in try tx.orderDown(post, by: user, section: terms.section) {
                    events += order.events
                    tasks += order.tasks
                    notices += order.notices
                }
            }
            if !isOwn {
                notices.append(
                    NewNotice(
                        to: post.keeper, .postChanged, .post(post.id), says: "Somebody reported a mistake in your post")
                )
            }
            return Recorded((), events[0], and: Array(events.dropFirst()), tasks: tasks, notices: notices)
        }
        try await organisation.noteDue()
    }
}

extension WriteTransaction {
    /// Throws unless whoever acts may see the post after it was sent.
    fileprivate func requireReporter(of post: Post) throws -> Identifier<User> {
        let user = try person()
        let schools = try schools(of: post)
        guard try schools.contains(where: { try ownsOrHolds(PublishingRoles.reading, of: post, at: $0) }) else {
            throw ActionError.notPermitted("A mistake is reported by those who may see the post")
        }
        return user
    }

    /// The first role that somebody else holds there, of those named and those above them.
    fileprivate func adviser(
        _ terms: MistakeTerms, besides user: Identifier<User>, at school: Identifier<School>
    ) throws -> Role {
        let ladder = terms.roles + terms.roles.flatMap { Releasing.ladder(from: $0).dropFirst() }
        return try firstHeld(ladder, at: school, besides: [user])
    }

    /// Orders down all of a post that is out, and stops what has still to go out, where whoever acts may.
    fileprivate func orderDown(
        _ post: Post, by user: Identifier<User>, section: String?
    ) throws -> [Recorded<Ending>] {
        let reached = try placements(of: post.id).filter { $0.state == .published || $0.state.isUnderway }
        guard !reached.isEmpty else {
            throw ActionError.invalid("wish", "Nothing of it is out or on its way, so nothing comes down")
        }
        let may = try reached.filter {
            try ownsOrHolds(PublishingRoles.orderingTakedown, of: post, at: $0.account.school)
        }
        guard !may.isEmpty else {
            throw ActionError.invalid("wish", "Ask for advice: whoever is told can have it taken down")
        }
        return try may.compactMap {
            try end(
                $0, why: "A mistake was reported", section: section,
                deadline: takedownDeadline(at: $0.account.school), by: user)
        }
    }
}

extension Mistake {
    /// That it may harm the school's name, to go on with; empty where nobody said so.
    fileprivate var inDisrepute: String {
        guard harmsStanding else { return "" }
        return "; it may harm the school’s name" + (standingSection.map { ", section \($0)" } ?? "")
    }
}
