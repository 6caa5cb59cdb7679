import Foundation
import Governance
import Store

/// Keeps what was written, as one writes. A save names the version it started from; nothing is overwritten unseen.
/// Pictures are added, described and taken out by verbs of their own: those of the saved draft stay.
package struct SaveDraft: Sendable {
    package var post: Identifier<Post>
    package var version: Int
    package var content: PostDraft

    package init(post: Identifier<Post>, version: Int, content: PostDraft) {
        self.post = post
        self.version = version
        self.content = content
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws -> DraftSaving {
        try checkSize(of: content)
        return try await organisation.change(by: actor) { tx in
            let post = try tx.post(post)
            let user = try tx.requireWriter(at: post.school)
            let saved = try tx.draft(of: post.id)
            var content = content
            content.pictures = saved.content.pictures
            if saved.content == content { return .unchanged(.saved(version: saved.version)) }
            guard saved.version == version else {
                let name = try tx.user(saved.savedBy).name
                return .unchanged(.conflict(with: saved, by: name))
            }
            return try tx.keep(content, over: saved, of: post, by: user).map { .saved(version: $0) }
        }
    }
}

/// What became of a save.
package enum DraftSaving: Sendable, Equatable {
    case saved(version: Int)
    /// Somebody else saved since: their words and their name. Nothing was overwritten.
    case conflict(with: SavedDraft, by: String)
}

extension WriteTransaction {
    /// Saves over the version that was read in this transaction; what has been sent is first taken back.
    func keep(
        _ content: PostDraft, over saved: SavedDraft, of post: Post, by user: Identifier<User>
    ) throws -> Recorded<Int> {
        guard saved.discardedAt == nil else { throw ActionError.conflict("This post was withdrawn") }
        let underway = try placements(of: post.id, in: PlacementState.underway)
        guard underway.isEmpty else {
            throw ActionError.conflict("This post has been sent. Take it back to change it; it will ask again")
        }
        let version = saved.version + 1
        try save(content, of: post.id, version: version, writers: saved.writers.union([user]), by: user)
        return Recorded(
            version,
            Event(
                .draftSaved, .post(post.id), before: ["version": .number(saved.version)],
                after: ["version": .number(version)]))
    }
}
