import Actions
import Foundation
import Governance
import Platforms
import Reading
import Store
import Testing

@Suite("What is handed on") struct HandedOnTests {
    private func handOn(_ room: PostRoom) async throws {
        try await HandOnPosts(from: room.author, to: room.colleague, why: "Leaves at Easter")
            .perform(in: room.organisation, by: .user(room.slt))
    }

    @Test("is the colleague’s to change where it came back before")
    func returned() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft("Sports day is on Friday."))
        try await room.send(post)
        try await AddNote(post: post, revision: 1, says: "Which Friday?")
            .perform(in: room.organisation, by: .user(room.moderator))
        try await ReturnPost(post: post, revision: 1, note: "Say when").perform(
            in: room.organisation, by: .user(room.moderator))
        let before = try await room.database.tasks(of: room.author).first { $0.kind == .changePost }
        try await handOn(room)
        #expect(try await room.taskKinds(of: room.author).isEmpty)
        let after = try await room.database.tasks(of: room.colleague).first { $0.kind == .changePost }
        #expect(after?.rule == before?.rule && after?.rule.contains("Say when") == true)
    }

    @Test("is the colleague’s to look at where it was stopped before")
    func stopped() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft(cleanText))
        try await room.send(post)
        try await room.approve(post)
        try await PausePublishing(school: room.school, reason: "Crisis")
            .perform(in: room.organisation, by: .user(room.head))
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        #expect(try await room.taskKinds(of: room.author) == [.lookAtStoppedPost])
        try await handOn(room)
        #expect(try await room.taskKinds(of: room.author).isEmpty)
        #expect(try await room.taskKinds(of: room.colleague) == [.lookAtStoppedPost])
    }

    @Test("is the colleague’s to publish by hand, as it was asked before")
    func ready() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft(cleanText))
        try await room.send(post)
        try await room.approve(post)
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        let before = try await room.database.tasks(of: room.author).first { $0.kind == .publishByHand }
        try await handOn(room)
        let after = try await room.database.tasks(of: room.colleague).first { $0.kind == .publishByHand }
        #expect(after?.rule == before?.rule && after?.due == before?.due && before != nil)
        #expect(try await room.taskKinds(of: room.author).isEmpty)
    }

    @Test("has its correction taken back by whoever keeps it now, and by no other colleague")
    func correction() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft("Marina Drake gave us the buoys."))
        let finding = try #require(try await room.findings(post).first { $0.code == "pupil_full_name" })
        let correction = try await AnswerFinding(
            post: post, account: room.facebook, finding: finding.key, kind: .notOurPupil, says: "The boatyard."
        ).perform(in: room.organisation, by: .user(room.author))
        await #expect(throws: ActionError.self) {
            try await WithdrawCorrection(correction: correction)
                .perform(in: room.organisation, by: .user(room.colleague))
        }
        try await handOn(room)
        try await WithdrawCorrection(correction: correction).perform(in: room.organisation, by: .user(room.colleague))
        #expect(try await room.database.postStory(post)?.answers.corrections.last?.outcome == .withdrawn)
    }
}
