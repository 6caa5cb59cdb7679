import Actions
import Foundation
import GRDB
import Governance
import Reading
import Store
import Testing

/// Of a picture that must not exist no copy is asked for or kept, and a screenshot is one.
@Suite("A screenshot of a picture that must not exist") struct NoCopiesTests {
    private func end(_ picture: Identifier<StoredPicture>, of post: Identifier<Post>, in room: PostRoom, isLocked: Bool)
        async throws
    {
        if isLocked {
            try await SealPictureAway(post: post, picture: picture)
                .perform(in: room.organisation, by: .user(room.author))
        } else {
            try await DestroyPicture(post: post, picture: picture)
                .perform(in: room.organisation, by: .user(room.author))
        }
    }

    private func kept(_ room: PostRoom) async throws -> Int {
        try await room.database.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM proofPicture") ?? 0 }
    }

    @Test("is refused, and a sentence is enough, to say that it is out and that it is gone", arguments: [true, false])
    func refused(isLocked: Bool) async throws {
        let room = try await PostRoom("PEN")
        let (post, picture) = try await room.ready()
        let placement = try await room.placement(post)
        try await end(picture, of: post, in: room, isLocked: isLocked)
        #expect(try await room.state(post) == .stopped)
        for given in [
            ProofGiven(screenshot: smallPNG), ProofGiven(address: try await room.address(), screenshot: smallPNG),
            ProofGiven(note: "Out"), ProofGiven(),
        ] {
            await #expect(throws: ActionError.self) {
                try await PublishByHand(placement: placement, proof: given)
                    .perform(in: room.organisation, by: .user(room.author))
            }
        }
        let publishing = try await PublishByHand(
            placement: placement, proof: ProofGiven(note: "On the page, third from above")
        ).perform(in: room.organisation, by: .user(room.author))
        #expect(publishing == .toComeDown)
        #expect(try await room.state(post) == .ordered)
        await #expect(throws: ActionError.self) {
            try await RecordTakedown(
                placement: placement, proof: ProofGiven(screenshot: smallPNG, note: "The page is not found")
            ).perform(in: room.organisation, by: .user(room.author))
        }
        try await RecordTakedown(placement: placement, proof: ProofGiven(note: "The page is not found"))
            .perform(in: room.organisation, by: .user(room.author))
        #expect(try await kept(room) == 0)
    }

    /// A post with a picture that came down, proved by a screenshot.
    private func provedGone() async throws -> (PostRoom, Identifier<Post>, Identifier<StoredPicture>) {
        let room = try await PostRoom("PEN")
        let (post, picture) = try await room.ready()
        let placement = try await room.placement(post)
        _ = try await PublishByHand(placement: placement, proof: ProofGiven(address: room.address()))
            .perform(in: room.organisation, by: .user(room.author))
        try await OrderTakedown(placement: placement, reason: "A family asked", deadline: room.now + 3_600)
            .perform(in: room.organisation, by: .user(room.author))
        try await RecordTakedown(placement: placement, proof: ProofGiven(screenshot: smallPNG))
            .perform(in: room.organisation, by: .user(room.author))
        return (room, post, picture)
    }

    @Test("that was kept as the proof of a take-down is destroyed with it") func destroyed() async throws {
        let (room, post, picture) = try await provedGone()
        #expect(try await kept(room) == 1)
        try await end(picture, of: post, in: room, isLocked: false)
        #expect(try await kept(room) == 0)
        let verified = try RecordVerification.of(room.database.folder.appending(path: "record.sqlite"))
        #expect(verified.faults == [] && verified.lostProofs == [])
    }

    @Test("that was kept as the proof of a take-down is not shown once it is locked") func locked() async throws {
        let (room, post, picture) = try await provedGone()
        let shot = try #require(
            try await room.database.postStory(post)?.lastPlaces.first?.takedown?.proof?.screenshot)
        _ = try await room.database.picture(of: shot)
        try await end(picture, of: post, in: room, isLocked: true)
        await #expect(throws: ActionError.self) { try await room.database.picture(of: shot) }
    }
}
