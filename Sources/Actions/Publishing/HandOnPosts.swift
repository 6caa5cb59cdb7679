import Governance
import Store

/// Hands what someone posted on to a colleague, who keeps it under review from now on (PUB-16) and has to do what whoever
/// kept it had to.
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
                tasks += try pass(Self.ofPost, about: .post(post.id), tx)
                for placement in try tx.placements(of: post.id) {
                    tasks += try pass(Self.ofPlacement, about: .placement(placement.id), tx)
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

    /// What whoever keeps a post has to do about it, and about each of its places.
    private static let ofPost: [NewTask.Kind] = [.changePost, .lookAtStoppedPost, .answerNote]
    private static let ofPlacement: [NewTask.Kind] = [.publishByHand, .reviewPost, .takeDown, .closeReplies]

    /// Their open tasks about it pass to the colleague as they stand.
    private func pass(
        _ kinds: [NewTask.Kind], about subject: RecordSubject, _ tx: WriteTransaction
    ) throws -> [TaskChange] {
        try kinds.flatMap { kind in
            try tx.openTasks(kind, subject).filter { $0.assignee == .user(from) }.flatMap { task -> [TaskChange] in
                [
                    .closeFor(kind, subject, .user(from)),
                    .open(NewTask(kind, subject, for: .user(to), due: task.due, rule: task.rule)),
                ]
            }
        }
    }
}
