import Foundation
import Governance
import Store

extension WriteTransaction {
    /// For whoever may read the post: who sees it first ends it, also where the post is of another school and goes out on
    /// an account of theirs.
    func pictureToEnd(
        _ id: Identifier<StoredPicture>, of post: Identifier<Post>
    ) throws -> (Post, StoredPicture) {
        let post = try self.post(post)
        let picture = try picture(id)
        guard picture.post == post.id else { throw ActionError.notFound }
        try requireReader(of: post)
        return (post, picture)
    }

    /// Out of the draft; what was sent stays as it was sent.
    func takeOut(
        _ picture: Identifier<StoredPicture>, of post: Post, by user: Identifier<User>
    ) throws {
        let saved = try draft(of: post.id)
        guard saved.content.pictures.contains(where: { $0.picture == picture }) else { return }
        var content = saved.content
        content.pictures.removeAll { $0.picture == picture }
        try save(content, of: post.id, version: saved.version + 1, writers: saved.writers, by: user)
    }

    /// Stops what waits with it, and orders down what is out with it.
    func stopAll(
        with picture: Identifier<StoredPicture>, of post: Post, why: String, section: String?, deadline: Date,
        by user: Identifier<User>
    ) throws -> (events: [Event], tasks: [TaskChange], notices: [NewNotice]) {
        var events: [Event] = []
        var tasks: [TaskChange] = []
        var notices: [NewNotice] = []
        for placement in try placements(with: picture) {
            guard let ended = try end(placement, why: why, section: section, deadline: deadline, by: user) else {
                continue
            }
            events += ended.events
            tasks += ended.tasks
            notices += ended.notices
        }
        return (events, tasks, notices)
    }
}
