import Foundation
import Governance
import Store

/// Takes a picture out of a draft. One that was never sent is erased; one that was stays on file with what was sent.
package struct RemovePicture: Sendable {
    package var post: Identifier<Post>
    package var picture: Identifier<StoredPicture>

    package init(post: Identifier<Post>, picture: Identifier<StoredPicture>) {
        self.post = post
        self.picture = picture
    }

    /// Returns the version that the draft has now.
    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Int {
        let version = try await organisation.change(by: actor) { tx in
            let (post, saved) = try tx.draftToPicture(post)
            guard saved.content.pictures.contains(where: { $0.picture == picture }) else {
                return .unchanged(saved.version)
            }
            var content = saved.content
            content.pictures.removeAll { $0.picture == picture }
            let wasSent = try !tx.placements(with: picture).isEmpty
            if !wasSent { try tx.erase(picture, as: .removed) }
            let kept = try tx.keepPictures(
                content, over: saved, of: post, by: try tx.person(),
                Event(
                    .pictureRemoved, RecordSubject(.picture, picture),
                    after: ["post": .text(post.id.text), "erased": .flag(!wasSent)]))
            return Recorded(kept.value, kept.events[0], tasks: try tx.lookedAt(post.id))
        }
        try await organisation.erasePictures()
        return version
    }
}
