import Crypto
import Foundation
import Governance
import Pictures
import Store

/// Takes a picture or a film in: decoded elsewhere, turned upright, rid of all that its file said, encrypted, and put at the
/// end of a draft. What cannot be shown is refused with a sentence; nothing of it is kept.
package struct AddPicture: Sendable {
    package var post: Identifier<Post>
    /// The file as it came; its name is not looked at.
    package var file: BroughtFile
    /// Whose it is, by whoever brings it; nil: they have not said, and are asked with the rest.
    package var origin: DraftPicture.Origin?

    package init(post: Identifier<Post>, file: BroughtFile, origin: DraftPicture.Origin? = nil) {
        self.post = post
        self.file = file
        self.origin = origin
    }

    package init(post: Identifier<Post>, bytes: [UInt8]) { self.init(post: post, file: BroughtFile(bytes)) }

    /// The most pictures of one post; networks take between 4 and 20.
    package static let most = 20

    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> PictureAdded {
        guard file.length > 0 else { throw ActionError.invalid("pictures", "This file is empty. Choose another") }
        guard file.length <= FilmBounds.mostBytes else {
            throw ActionError.invalid(
                "pictures",
                "This file is larger than 100 MB. A picture may have 40 MB, a film 100 MB and ten minutes")
        }
        let key = try await organisation.change(by: actor) { tx in
            try requireRoom(tx)
            guard try tx.sealedPictureKey() == nil else { return .unchanged(try organisation.pictureKey(tx)) }
            try tx.setDue(.erasePictures, "files", at: tx.now + 86_400)
            return Recorded(try organisation.pictureKey(tx), Event(.pictureKeyMade, .organisation))
        }
        let folder = organisation.pictureFolder
        let film = FilmKeeper(named: organisation.installation.randomness.secret(), in: folder, key: key)
        var kept: [String] = []
        do {
            let prepared = try await organisation.installation.pictures.prepare(file, of: organisation.slug) {
                try await film.take($0)
            }
            try await film.finish()
            kept.append(film.name)
            var files: [PictureFile] = []
            for still in prepared.files {
                guard let size = StoredPicture.Size(rawValue: still.name) else { throw ActionError.notFound }
                let name = organisation.installation.randomness.secret()
                kept.append(name)
                try folder.keep(still.bytes, named: name, key: key)
                files.append(
                    PictureFile(
                        size: size, file: name, mediaType: "image/jpeg", width: still.width, height: still.height,
                        bytes: still.bytes.count))
            }
            if let read = prepared.film {
                files.append(
                    PictureFile(
                        size: .film, file: film.name, mediaType: read.mediaType, width: prepared.width,
                        height: prepared.height, bytes: read.length))
            }
            return try await organisation.change(by: actor) { [files] tx in try add(prepared, files, tx) }
        } catch {
            await film.abandon()
            for name in kept { try? folder.erase(name) }
            throw error
        }
    }

    /// Whether whoever acts may add one to this draft, and it has room.
    @discardableResult
    private func requireRoom(_ tx: WriteTransaction) throws -> (Post, SavedDraft) {
        let (post, saved) = try tx.draftToPicture(post)
        guard saved.content.pictures.count < Self.most else {
            throw ActionError.conflict("A post has at most \(Self.most) pictures. Take one out first")
        }
        return (post, saved)
    }

    private func add(
        _ prepared: PreparedPicture, _ files: [PictureFile], _ tx: WriteTransaction
    ) throws -> Recorded<PictureAdded> {
        let (post, saved) = try requireRoom(tx)
        let user = try tx.person()
        let full = files.first { $0.size == .full }
        let digest = prepared.files.first { $0.name == StoredPicture.Size.full.rawValue }
            .map { ProofPicture.digest(of: Data($0.bytes)) }
        let picture = StoredPicture(
            id: tx.identifier(), post: post.id, kind: prepared.film == nil ? .photo : .video, state: .ready,
            addedBy: user, addedAt: tx.now,
            width: full?.width ?? prepared.width, height: full?.height ?? prepared.height,
            fingerprint: prepared.fingerprint, hadPosition: prepared.hadPosition, takenOn: prepared.takenOn,
            milliseconds: prepared.film?.milliseconds, digest: digest)
        let isHeld = try mustBeLookedAt(picture, at: post.school, tx)
        try tx.insert(picture, files: files)
        var content = saved.content
        var added = DraftPicture(picture.id, kind: picture.kind)
        added.origin = origin
        content.pictures.append(added)
        let kept = try tx.keepPictures(
            content, over: saved, of: post, by: user,
            Event(
                .pictureAdded, RecordSubject(.picture, picture.id),
                after: [
                    "post": .text(post.id.text), "width": .number(picture.width), "height": .number(picture.height),
                    "position": .flag(picture.hadPosition), "kind": .text(picture.kind.rawValue),
                ])
        ).map { PictureAdded(picture: picture.id, version: $0) }
        guard isHeld else { return kept }
        let held = try tx.hold(picture, of: post)
        return Recorded(
            kept.value, kept.events[0], and: held.events, tasks: held.tasks,
            notices: [
                NewNotice(
                    to: user, .pictureNotAllowed, .post(post.id),
                    says: "A picture that you added looks like one that must not exist. It goes out only when a "
                        + "person has looked at it")
            ])
    }

    /// What looks like one that must not exist is refused at the school of that one, unless its safeguarding lead or
    /// headteacher has let such pictures in; at another school it is taken in, and waits for a person.
    private func mustBeLookedAt(
        _ picture: StoredPicture, at school: Identifier<School>, _ tx: WriteTransaction
    ) throws -> Bool {
        let alike = try tx.looksThatMustNotBe().filter { ended in
            picture.looks.isLike(ended.looks)
        }
        let refused = alike.filter { !$0.letsLikesIn || picture.looks.isSameFile(as: $0.looks) }
        // let in is what only looks like it; whether a file is that of an older ending nobody can tell any more
        guard let here = refused.first(where: { $0.school == school }) else {
            return !refused.isEmpty || alike.contains { !$0.looks.isOfKnownFile }
        }
        let other = "Is it another picture? They, or the headteacher, can let it in"
        throw ActionError.invalid(
            "pictures",
            "It looks like one that was destroyed or locked because it must not exist, so it was not kept. Show it to "
                + "nobody, and speak with the safeguarding lead" + (here.letsLikesIn ? "" : ". " + other))
    }
}

/// What became of adding a picture.
package struct PictureAdded: Sendable, Equatable {
    package let picture: Identifier<StoredPicture>
    /// The version that the draft has now.
    package let version: Int
}

extension WriteTransaction {
    /// A post and its draft, for whoever may change its pictures now.
    func draftToPicture(_ id: Identifier<Post>) throws -> (Post, SavedDraft) {
        let post = try post(id)
        try requireWriter(at: post.school)
        let saved = try draft(of: post.id)
        guard saved.discardedAt == nil else { throw ActionError.conflict("This post was withdrawn") }
        guard try placements(of: post.id, in: PlacementState.underway).isEmpty else {
            throw ActionError.conflict("This post has been sent. Take it back to change it; it will ask again")
        }
        return (post, saved)
    }

    /// Saves a draft whose pictures have changed; the event says what was done with which.
    func keepPictures(
        _ content: PostDraft, over saved: SavedDraft, of post: Post, by user: Identifier<User>, _ event: Event
    ) throws -> Recorded<Int> {
        let version = saved.version + 1
        try save(content, of: post.id, version: version, writers: saved.writers.union([user]), by: user)
        return Recorded(version, event)
    }
}
