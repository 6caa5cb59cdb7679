import Foundation
import Governance
import Store

/// Destroys a compromising picture at once (IMG-06): its bytes and all its sizes, the screenshots that show it where it
/// was out, what of it waits to go out, and all that was said of it, who is in it and its alternative text, wherever that
/// stands; and it orders down what is out. Only the fact is kept, and those are told whom the policy names.
///
/// Whoever says that it may be a crime, or a nude of a child, is led to `SealPictureAway` instead.
package struct DestroyPicture: Sendable {
    package var post: Identifier<Post>
    package var picture: Identifier<StoredPicture>

    package init(post: Identifier<Post>, picture: Identifier<StoredPicture>) {
        self.post = post
        self.picture = picture
    }

    private static let disposed = "A compromising picture was destroyed, and all that was said of it"

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let (post, picture) = try tx.pictureToEnd(picture, of: post)
            guard picture.state == .ready else { return .unchanged }
            let user = try tx.person()
            let policy = try organisation.policyInForce(at: post.school, on: tx.now, tx)?.policy
            let told = policy?.route(of: .compromisingPicture)
            try tx.takeOut(picture.id, of: post, by: user)
            let stopped = try tx.stopAll(
                with: picture.id, of: post, why: "A picture in it compromised somebody and was destroyed",
                section: told?.section, deadline: tx.compromisingPictureDeadline, by: user)
            let alike = try tx.endLookalikes(of: picture, section: told?.section, by: user)
            let proofs = try tx.destroyProofs(of: tx.placements(with: picture.id))
            try tx.erase(picture.id, as: .destroyed)
            let forgotten = try tx.forgetWhatWasSaid(of: picture.id, in: post.id)
            // the first event is that of the picture
            let disposals = try forgotten.enumerated().map { place, event in
                try tx.dispose(contentOf: event, why: Self.disposed, toldAt: place + 1)
                return Event(.contentDisposed, RecordSubject(.event, String(event)), why: Self.disposed)
            }
            let rule = "A compromising picture was destroyed" + (told.map { " under section \($0.section)" } ?? "")
            let hearers = try (told?.roles ?? []).flatMap { try tx.holders(of: $0, at: post.school) }
            return try Recorded(
                Event(
                    .pictureDestroyed, RecordSubject(.picture, picture.id),
                    after: [
                        "post": .text(post.id.text), "section": RecordValue(told?.section),
                        "proofs": .list(proofs.map(RecordValue.text)),
                    ]), and: disposals + stopped.events + alike.events,
                tasks: stopped.tasks + alike.tasks + tx.lookedAt(post.id),
                notices: stopped.notices + alike.notices
                    + Set(hearers).subtracting([user]).sorted().map {
                        NewNotice(
                            to: $0, .pictureDestroyed, .post(post.id),
                            says: "\(rule). It is gone; speak with whoever took it")
                    })
        }
        try await organisation.erasePictures()
        try await organisation.noteDue()
    }
}
