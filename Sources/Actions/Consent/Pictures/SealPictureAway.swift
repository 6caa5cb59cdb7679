import Foundation
import Governance
import Store

/// It may be a crime, or a nude of a child: the picture is locked where it is. Nobody sees, copies, forwards or deletes
/// it; what waits to go out is stopped, and the safeguarding lead is told at once.
package struct SealPictureAway: Sendable {
    package var post: Identifier<Post>
    package var picture: Identifier<StoredPicture>

    package init(post: Identifier<Post>, picture: Identifier<StoredPicture>) {
        self.post = post
        self.picture = picture
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let (post, picture) = try tx.pictureToEnd(picture, of: post)
            guard picture.state == .ready else { return .unchanged }
            let user = try tx.person()
            try tx.takeOut(picture.id, of: post, by: user)
            let stopped = try tx.stopAll(
                with: picture.id, of: post, why: "It is with the safeguarding lead", section: nil,
                deadline: tx.compromisingPictureDeadline, by: user)
            let alike = try tx.endLookalikes(of: picture, section: nil, by: user)
            try tx.sealAway(picture.id)
            let raised = try tx.raise(
                .learnedOnline, from: "/consent/locked", by: user, in: organisation, picture: true, at: post.school)
            return try Recorded(
                Event(
                    .pictureSealedAway, RecordSubject(.picture, picture.id), after: ["post": .text(post.id.text)]),
                and: stopped.events + raised.events + alike.events,
                tasks: stopped.tasks + raised.tasks + alike.tasks + tx.lookedAt(post.id),
                notices: stopped.notices + raised.notices + alike.notices)
        }
        try await organisation.noteDue()
    }
}
