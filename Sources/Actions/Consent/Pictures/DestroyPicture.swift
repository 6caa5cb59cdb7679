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
            return Recorded(
                Event(
                    .pictureDestroyed, RecordSubject(.picture, picture.id),
                    after: [
                        "post": .text(post.id.text), "section": RecordValue(told?.section),
                        "proofs": .list(proofs.map(RecordValue.text)),
                    ]), and: disposals + stopped.events + alike.ended.flatMap(\.events),
                tasks: stopped.tasks + alike.ended.flatMap(\.tasks),
                notices: stopped.notices + alike.ended.flatMap(\.notices) + alike.notices
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
                .learnedOnline, from: "/consent/locked", by: user, in: organisation,
                what:
                    "A picture was locked, for it may be a crime. Under Pictures and consent, Locked pictures says what to do"
            )
            return Recorded(
                Event(
                    .pictureSealedAway, RecordSubject(.picture, picture.id), after: ["post": .text(post.id.text)]),
                and: stopped.events + raised.events + alike.ended.flatMap(\.events),
                tasks: stopped.tasks + raised.tasks + alike.ended.flatMap(\.tasks),
                notices: stopped.notices + raised.notices + alike.ended.flatMap(\.notices) + alike.notices)
        }
        try await organisation.noteDue()
    }
}

extension WriteTransaction {
    /// For whoever sees it: those who write or decide posts at its school, and who keeps it.
    fileprivate func pictureToEnd(
        _ id: Identifier<StoredPicture>, of post: Identifier<Post>
    ) throws -> (Post, StoredPicture) {
        let post = try self.post(post)
        let picture = try picture(id)
        guard picture.post == post.id else { throw ActionError.notFound }
        let user = try person()
        guard
            try [post.author, post.keeper].contains(user)
                || authority().holds(any: PublishingRoles.reading, at: post.school)
        else { throw ActionError.notFound }
        return (post, picture)
    }

    /// Out of the draft; what was sent stays as it was sent.
    fileprivate func takeOut(
        _ picture: Identifier<StoredPicture>, of post: Post, by user: Identifier<User>
    ) throws {
        let saved = try draft(of: post.id)
        guard saved.content.pictures.contains(where: { $0.picture == picture }) else { return }
        var content = saved.content
        content.pictures.removeAll { $0.picture == picture }
        try save(content, of: post.id, version: saved.version + 1, writers: saved.writers, by: user)
    }

    /// Stops what waits with it, and orders down what is out with it.
    fileprivate func stopAll(
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
            if ended.value == .goingOut {
                // whoever keeps it takes it down as soon as it is there
                tasks.append(
                    .open(
                        NewTask(
                            .lookAtStoppedPost, .post(post.id), for: .user(post.keeper), due: now,
                            rule: "It was going out when a picture in it was ended. Take it down once it is out")))
            }
            events += ended.events
            tasks += ended.tasks
            notices += ended.notices
        }
        return (events, tasks, notices)
    }
}
