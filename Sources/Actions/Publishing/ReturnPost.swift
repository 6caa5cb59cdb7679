import Governance
import Store

/// Gives a revision back to whoever minds the post, with what must change.
package struct ReturnPost: Sendable {
    package var post: Identifier<Post>
    package var revision: Int
    package var note: String

    package init(post: Identifier<Post>, revision: Int, note: String) {
        self.post = post
        self.revision = revision
        self.note = note
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let note = try required(note, "note", "Say what must change")
        try await organisation.change(by: actor) { tx in
            let post = try tx.post(post)
            let waiting = try tx.lastPlacements(of: post.id).filter { $0.state == .waiting }
            guard let first = waiting.first else { throw ActionError.conflict("This post no longer waits") }
            guard first.revisionNumber == revision else {
                throw ActionError.conflict("There is a later revision, number \(first.revisionNumber)")
            }
            let user = try tx.person()
            let (authority, writers) = (try tx.authority(), try tx.writers(of: post))
            var returned: [Placement] = []
            var notPermitted: ActionError?
            for placement in waiting {
                if let obstacle = PostApproval.obstacle(
                    for: user, with: authority, at: placement.account.school, writers: writers)
                {
                    notPermitted = obstacle
                    continue
                }
                try tx.settle(placement, as: .returned, why: note)
                try tx.clearDue(.placement, placement.id.text)
                returned.append(placement)
            }
            guard !returned.isEmpty else { throw notPermitted ?? .notPermitted("This is decided by others") }
            let decided = returned.count == waiting.count ? closing(waiting, of: post.id) : closing(returned, of: post)
            return Recorded(
                Event(.postReturned, .post(post.id), after: RecordValue.places(returned), why: note),
                tasks: decided + [.change(post, "It was returned: \(note)")],
                notices: try tx.decided(post, "was returned: \(note)"))
        }
        try await organisation.noteDue()
    }
}

extension RecordValue {
    /// Of what an event speaks that is about several places of one revision.
    static func places(_ placements: [Placement]) -> RecordValue {
        [
            "revision": placements.first.map { .number($0.revisionNumber) } ?? .nothing,
            "placements": .list(placements.map { .text($0.id.text) }),
            "accounts": .list(placements.map { .text($0.account.name) }),
        ]
    }
}

extension TaskChange {
    /// Whoever minds the post looks at it again.
    static func change(_ post: Post, _ rule: String) -> TaskChange {
        .open(NewTask(.changePost, .post(post.id), for: .user(post.keeper), rule: rule))
    }
}

extension WriteTransaction {
    /// What waits for approval goes back to whoever minds the post.
    func sendBack(_ placement: Placement, of post: Post, why: String) throws -> Recorded<Void> {
        try settle(placement, as: .returned, why: why)
        try clearDue(.placement, placement.id.text)
        let isLast = try placements(of: post.id, in: [.waiting]).isEmpty
        return Recorded(
            Event(.postReturned, .post(post.id), after: RecordValue.places([placement]), why: why),
            tasks: (isLast ? closing([placement], of: post.id) : closing([placement], of: post))
                + [.change(post, "It came back: \(why)")],
            notices: try decided(post, "came back: \(why)"))
    }
}
