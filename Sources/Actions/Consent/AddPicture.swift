import Crypto
import Foundation
import Governance
import Pictures
import Store

/// Takes a picture in: decoded elsewhere, turned upright, rid of all that its file said, encrypted, and put at the end of
/// a draft. What cannot be shown is refused with a sentence; nothing of it is kept.
package struct AddPicture: Sendable {
    package var post: Identifier<Post>
    /// The file as it came; its name is not looked at.
    package var bytes: [UInt8]

    package init(post: Identifier<Post>, bytes: [UInt8]) {
        self.post = post
        self.bytes = bytes
    }

    /// The most pictures of one post; networks take between 4 and 20.
    package static let most = 20
    /// In bytes, of the file that comes.
    package static let mostBytes = PictureProgram.mostBytes

    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> PictureAdded {
        guard !bytes.isEmpty else { throw ActionError.invalid("pictures", "This file is empty. Choose another") }
        guard bytes.count <= Self.mostBytes else {
            throw ActionError.invalid("pictures", "This file is larger than 40 MB. Use a smaller picture")
        }
        let key = try await organisation.change(by: actor) { tx in
            try requireRoom(tx)
            guard try tx.sealedPictureKey() == nil else { return .unchanged(try organisation.pictureKey(tx)) }
            try tx.setDue(.erasePictures, "files", at: tx.now + 86_400)
            return Recorded(try organisation.pictureKey(tx), Event(.pictureKeyMade, .organisation))
        }
        let prepared = try await organisation.installation.pictures.prepare(bytes)
        let folder = organisation.pictureFolder
        let files = try prepared.files.map { file in
            guard let size = StoredPicture.Size(rawValue: file.name) else { throw ActionError.notFound }
            let name = organisation.installation.randomness.secret()
            try folder.keep(file.bytes, named: name, key: key)
            return PictureFile(
                size: size, file: name, mediaType: "image/jpeg", width: file.width, height: file.height,
                bytes: file.bytes.count)
        }
        do {
            return try await organisation.change(by: actor) { tx in try add(prepared, files, tx) }
        } catch {
            for file in files { try? folder.erase(file.file) }
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
        let picture = StoredPicture(
            id: tx.identifier(), post: post.id, kind: .photo, state: .ready, addedBy: user, addedAt: tx.now,
            width: full?.width ?? prepared.width, height: full?.height ?? prepared.height,
            fingerprint: prepared.fingerprint, hadPosition: prepared.hadPosition, takenOn: prepared.takenOn)
        try tx.insert(picture, files: files)
        var content = saved.content
        content.pictures.append(DraftPicture(picture.id))
        return try tx.keepPictures(
            content, over: saved, of: post, by: user,
            Event(
                .pictureAdded, RecordSubject(.picture, picture.id),
                after: [
                    "post": .text(post.id.text), "width": .number(picture.width), "height": .number(picture.height),
                    "position": .flag(picture.hadPosition),
                ])
        ).map { PictureAdded(picture: picture.id, version: $0) }
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
        guard try placements(of: post.id, in: [.waiting, .scheduled, .sending, .ready]).isEmpty else {
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
