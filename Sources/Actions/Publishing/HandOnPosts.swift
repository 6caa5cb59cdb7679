import Governance
import Store

/// Hands what someone posted on to a colleague, who keeps it under review from now on (PUB-16).
package struct HandOnPosts: Sendable {
    package var from: Identifier<User>
    package var to: Identifier<User>
    package var why: String

    package init(from: Identifier<User>, to: Identifier<User>, why: String) {
        self.from = from
        self.to = to
        self.why = why
    }

    /// How many posts were handed on.
    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Int {
        let why = try required(why, "why", "Say why they are handed on", most: 500)
        guard from != to else { throw ActionError.invalid("to", "Choose somebody else") }
        return try await organisation.change(by: actor) { tx in
            let leaver = try tx.user(from)
            guard try tx.user(to).endedAt == nil else {
                throw ActionError.invalid("to", "This colleague has left. Choose somebody else")
            }
            let posts = try postsToHandOn(tx)
            guard !posts.isEmpty else { return .unchanged(0) }
            let subject = RecordSubject(.user, from)
            var tasks: [TaskChange] = Set(posts.map(\.school)).sorted().map {
                .closeAt(.handOnPosts, subject, school: $0)
            }
            for post in posts {
                try tx.handOn(post.id, to: to)
                for placement in try tx.placements(of: post.id) {
                    tasks += try handOn(placement, organisation, tx)
                }
            }
            return Recorded(
                posts.count,
                Event(
                    .postsHandedOn, subject,
                    after: ["to": .text(to.text), "posts": .list(posts.map { .text($0.id.text) })], why: why),
                tasks: tasks,
                notices: [
                    NewNotice(
                        to: to, .postHandedOn, subject,
                        says: "\(posts.count) posts of \(leaver.name) are yours to keep now: \(why)")
                ])
        }
    }

    /// Of a leaver those of the schools that they leave, where whoever acts arranges and the colleague writes; of anybody
    /// else all that they keep.
    private func postsToHandOn(_ tx: WriteTransaction) throws -> [Post] {
        let authority = try tx.authority()
        let arranges = { (school: Identifier<School>) in authority.holds(any: PublishingRoles.arranging, at: school) }
        let writes = { (school: Identifier<School>) in
            try PublishingRoles.writing.contains { try tx.holders(of: $0, at: school).contains(to) }
        }
        let isOwn = try tx.person() == from
        let kept = try tx.posts(keptBy: from)
        let asked = try tx.schoolsAsked(.handOnPosts, RecordSubject(.user, from))
        let all = asked.isEmpty ? kept : kept.filter { asked.contains($0.school) && (isOwn || arranges($0.school)) }
        guard isOwn || (asked.isEmpty || !all.isEmpty) && all.allSatisfy({ arranges($0.school) }) else {
            throw ActionError.notPermitted("A senior leader or an administrator hands posts on")
        }
        let able = Set(try Set(all.map(\.school)).filter(writes))
        let closed = try Set(all.map(\.school)).subtracting(able).sorted().first.map { try tx.school($0).name }
        if let closed, asked.isEmpty || able.isEmpty {
            throw ActionError.invalid("to", "This colleague writes no posts at \(closed). Choose somebody who does")
        }
        return all.filter { able.contains($0.school) }
    }

    /// The open tasks of one placement pass to the colleague.
    private func handOn(
        _ placement: Placement, _ organisation: Organisation, _ tx: WriteTransaction
    ) throws -> [TaskChange] {
        let subject = RecordSubject.placement(placement.id)
        var tasks: [TaskChange] = []
        let pass = { (kind: NewTask.Kind, due: NewTask) in
            tasks += [.closeFor(kind, subject, .user(from)), .open(due)]
        }
        if let review = try tx.openReview(of: placement.id) {
            let rule = try organisation.reviewRule(at: placement.account.school, tx)
            pass(
                .reviewPost,
                NewTask(
                    .reviewPost, subject, for: .user(to), due: review.dueAt,
                    rule: rule))
        }
        if placement.state == .ordered, let takedown = try tx.takedown(of: placement.id) {
            pass(
                .takeDown,
                NewTask(
                    .takeDown, subject, for: .user(to), due: takedown.deadline,
                    rule: "It was ordered down: \(takedown.reason)"))
        }
        if placement.state == .ready {
            pass(
                .publishByHand,
                NewTask(
                    .publishByHand, subject, for: .user(to), due: placement.publishAt,
                    rule: "It is time to publish this on \(placement.account.network.title)"))
        }
        return tasks
    }
}
