import Actions
import Foundation
import Governance
import Reading
import Store

extension PostRoom {
    /// A post with a picture of this entry, by the author, as it stands before it is sent.
    func pictured(_ typed: String) async throws -> Identifier<Post> {
        let content = draft("The planting bed is full of bulbs")
        let post = try await start(content)
        let (author, approver) = (author, head)
        try await database.change(by: .user(author)) { tx -> Recorded<Void> in
            var content = content
            let id: Identifier<StoredPicture> = tx.identifier()
            try tx.insert(
                StoredPicture(
                    id: id, post: post, kind: .photo, state: .ready, addedBy: author, addedAt: tx.now, width: 800,
                    height: 600, fingerprint: "0123456789abcdef", hadPosition: false, takenOn: nil), files: [])
            content.pictures = [DraftPicture(id, people: [typed], alt: "Bulbs in a bed")]
            try tx.save(content, of: post, version: try tx.draft(of: post).version + 1, writers: [author], by: author)
            try tx.keepJudgement(of: id, side: .author, by: author)
            try tx.keepJudgement(of: id, side: .approver, by: approver)
            return Recorded(Event(.pictureAdded, RecordSubject(.picture, id)))
        }
        return post
    }

    /// The same, approved for its time.
    func scheduled(_ typed: String) async throws -> Identifier<Post> {
        let post = try await pictured(typed)
        guard case .sent = try await send(post) else { throw ActionError.conflict("\(typed) is not sent") }
        guard case .approved = try await approve(post, by: head) else {
            throw ActionError.conflict("\(typed) is not approved")
        }
        return post
    }

    /// Published by hand, once it is time.
    func publish(_ post: Identifier<Post>) async throws {
        _ = try await PublishByHand(
            placement: placement(post), proof: ProofGiven(address: address("\(post)"))
        ).perform(in: organisation, by: .user(author))
    }
}
