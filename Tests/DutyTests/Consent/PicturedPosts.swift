import Actions
import Foundation
import Governance
import Reading
import Store

extension DutySchool {
    /// A post with a picture of this pupil, by the author, as it stands before it is sent. The file itself is left out:
    /// nobody looks at it here.
    func pictured(
        _ ref: String, text: String = "The planting bed is full of bulbs", planned: TimeInterval = 3 * 3_600,
        _ alter: @Sendable @escaping (inout DraftPicture) -> Void = { _ in }
    ) async throws -> Identifier<Post> {
        var content = draft(text)
        content.publishAt = now + planned
        let post = try await start(content)
        let (author, approver) = (staff.author, staff.head)
        let saved = content
        try await database.change(by: .user(author)) { tx -> Recorded<Void> in
            var content = saved
            let id: Identifier<StoredPicture> = tx.identifier()
            try tx.insert(
                StoredPicture(
                    id: id, post: post, kind: .photo, state: .ready, addedBy: author, addedAt: tx.now, width: 800,
                    height: 600, fingerprint: "0123456789abcdef", hadPosition: false, takenOn: nil), files: [])
            var picture = DraftPicture(id, people: [ref], alt: "Bulbs in a bed")
            alter(&picture)
            content.pictures = [picture]
            try tx.save(content, of: post, version: try tx.draft(of: post).version + 1, writers: [author], by: author)
            try tx.keepJudgement(of: id, side: .author, by: author)
            try tx.keepJudgement(of: id, side: .approver, by: approver)
            return Recorded(Event(.pictureAdded, RecordSubject(.picture, id)))
        }
        return post
    }

    /// Somebody says for which places a picture of them may be shown.
    func says(
        _ ref: String, _ places: Set<Consent.Channel>, by giver: ConsentAnswer.Giver = .parent("Anna Thornton")
    ) async throws {
        try await RecordAnswers(
            [.init(try await person(ref), by: giver, .places(places))], by: .paper, evenIfOlder: true
        )
        .perform(in: organisation, by: .user(staff.head))
    }

    func person(_ ref: String) async throws -> Identifier<Person> {
        try seen(try await organisation.person(ref: ref), "nobody has the reference \(ref)")
    }
}

extension DutySchool {
    /// What stops a post when its author sends it; empty: it goes on to be approved.
    func stops(_ post: Identifier<Post>) async throws -> [Finding] {
        guard case .refused(let places) = try await send(post) else { return [] }
        return places.flatMap(\.stopping)
    }

    /// Throws unless the post is blocked when it is sent, for this and under this section.
    func expectStopped(_ post: Identifier<Post>, by code: String, at section: String) async throws {
        let stopping = try await stops(post)
        try see(
            stopping.contains { $0.code == code && $0.clause == section && $0.severity == .block },
            "not \(code) at \(section), but \(stopping.map { "\($0.code) at \($0.clause ?? "ours")" })")
    }

    /// Sent and approved.
    func schedule(_ post: Identifier<Post>) async throws {
        if case .refused(let places) = try await send(post) {
            throw NotSeen(description: "it is not sent: \(places.flatMap(\.stopping).map(\.says))")
        }
        if case .refused(let places) = try await approve(post, by: staff.head) {
            throw NotSeen(description: "it is not approved: \(places.flatMap(\.stopping).map(\.says))")
        }
    }

    /// The same, and out at its time.
    func publish(_ post: Identifier<Post>) async throws -> Identifier<Placement> {
        try await schedule(post)
        pass(3 * 3_600)
        try await runDue()
        let placement = try seen(try await database.postStory(post)?.lastPlaces.first, "it goes nowhere").placement.id
        _ = try await PublishByHand(
            placement: placement, proof: ProofGiven(address: address("\(post)"))
        ).perform(in: organisation, by: .user(staff.author))
        return placement
    }

    /// Whoever writes has read the list of those who must not be published.
    func knowTheList() async throws {
        let version = try await database.pictureList(at: school).version
        for user in [staff.author, staff.moderator, staff.slt, staff.head] where version > 0 {
            try await KnowPictureList(at: school, version: version).perform(in: organisation, by: user)
        }
    }
}
