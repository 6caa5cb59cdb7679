import Governance
import Store

/// A person has looked at a picture that is held because it looks like one that must not exist, and says that it is
/// another. Whoever says that it is the same ends it: `DestroyPicture`, `SealPictureAway`.
package struct LetPicturePass: Sendable {
    package var post: Identifier<Post>
    package var picture: Identifier<StoredPicture>

    package init(post: Identifier<Post>, picture: Identifier<StoredPicture>) {
        self.post = post
        self.picture = picture
    }

    /// Those who approve posts, and the safeguarding lead.
    package static let roles = PostApproval.roles + [.dsl]

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let post = try tx.post(post)
            let picture = try tx.picture(picture)
            guard picture.post == post.id else { throw ActionError.notFound }
            let user = try tx.person()
            guard try tx.authority().holds(any: Self.roles, at: post.school) else {
                throw ActionError.notPermitted("Whoever approves posts, or the safeguarding lead, says this")
            }
            guard picture.addedBy != user else {
                throw ActionError.notPermitted("Nobody says this of a picture that they brought themselves")
            }
            guard picture.isHeld else { return .unchanged }
            try tx.release(picture.id)
            return Recorded(
                Event(.picturePassed, RecordSubject(.picture, picture.id), after: ["post": .text(post.id.text)]),
                tasks: try tx.lookedAt(post.id),
                notices: [
                    NewNotice(
                        to: post.keeper, .postChanged, .post(post.id),
                        says: "Somebody has looked at the picture that waited: it may go out")
                ])
        }
    }
}
