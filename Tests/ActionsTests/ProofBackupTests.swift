import Actions
import Foundation
import GRDB
import Governance
import Reading
import Store
import Testing

@Suite("Proofs of publication") struct ProofBackupTests {
    private func published(_ room: PostRoom) async throws -> Identifier<Post> {
        let post = try await room.start(room.draft(cleanText))
        try await room.send(post)
        try await room.approve(post)
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        _ = try await PublishByHand(placement: room.placement(post), proof: ProofGiven(screenshot: smallPNG))
            .perform(in: room.organisation, by: .user(room.author))
        return post
    }

    private func screenshot(_ post: Identifier<Post>, _ database: OrganisationDatabase) async throws -> Proof.Screenshot
    {
        try #require(try await database.postStory(post)?.lastPlaces.first?.publication?.proof.screenshot)
    }

    @Test("are in a backup, and come back by restore")
    func comeBack() async throws {
        let room = try await PostRoom()
        let post = try await published(room)
        let file = room.scratch.folder.appendingPathComponent("backup.sqlite")
        _ = try await BackUp(to: file).perform(in: room.organisation, by: .console)
        #expect(try RecordVerification.of(file).lostProofs == [])
        let elsewhere = try Scratch()
        let installation = try elsewhere.installation()
        let restored = try await Restore(from: file).perform(in: installation)
        #expect(restored.lost == [])
        let back = try await installation.organisation(restored.slug)
        #expect(
            try await back.database.picture(of: screenshot(post, back.database)) == smallPNG)
    }

    @Test(
        "of a picture that is destroyed are destroyed with it, and the record says so; of one that is locked nobody sees them",
        arguments: [true, false])
    func ended(isLocked: Bool) async throws {
        let room = try await PostRoom()
        let (post, picture) = try await room.ready()
        _ = try await PublishByHand(placement: room.placement(post), proof: ProofGiven(screenshot: smallPNG))
            .perform(in: room.organisation, by: .user(room.author))
        let shot = try await screenshot(post, room.database)
        #expect(try await room.database.picture(of: shot) == smallPNG)
        if isLocked {
            try await SealPictureAway(post: post, picture: picture)
                .perform(in: room.organisation, by: .user(room.author))
        } else {
            try await DestroyPicture(post: post, picture: picture)
                .perform(in: room.organisation, by: .user(room.author))
        }
        await #expect(throws: ActionError.notFound) {
            _ = try await room.database.picture(of: shot)
        }
        let kept = try await room.database.read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM proofPicture")
        }
        #expect(kept == (isLocked ? 1 : 0))
        let file = room.scratch.folder.appendingPathComponent("backup.sqlite")
        _ = try await BackUp(to: file).perform(in: room.organisation, by: .console)
        let proved = try RecordVerification.of(file)
        #expect(proved.faults.isEmpty && proved.lostProofs.isEmpty)
    }

    @Test("that are missing or changed are said by verification, and the record beside them still holds")
    func lost() async throws {
        let room = try await PostRoom()
        _ = try await published(room)
        let file = room.scratch.folder.appendingPathComponent("backup.sqlite")
        _ = try await BackUp(to: file).perform(in: room.organisation, by: .console)
        let queue = try DatabaseQueue(path: file.path)
        #expect(throws: DatabaseError.self) {
            try queue.write { db in try db.execute(sql: "UPDATE proofPicture SET bytes = x'00'") }
        }
        try await queue.write { db in
            try db.execute(sql: "DROP TRIGGER proofPictureIsNeverChanged; UPDATE proofPicture SET bytes = x'00'")
        }
        let changed = try RecordVerification.of(file)
        #expect(changed.faults == [])
        #expect(changed.lostProofs.count == 1 && changed.lostProofs[0].hasSuffix("was changed."))
        try await queue.write { db in try db.execute(sql: "DELETE FROM proofPicture") }
        #expect(try RecordVerification.of(file).lostProofs.first?.hasSuffix("is missing.") == true)
        try await queue.write { db in
            try db.execute(
                sql: "DROP TRIGGER publicationIsNeverChanged; UPDATE publication SET proof = '{\"note\":\"x\"}'")
        }
        #expect(try RecordVerification.of(file).lostProofs.count == 1)
    }
}
