import Actions
import Foundation
import Governance
import Reading
import Store
import Testing

@Suite("Holds and corrections") struct HoldTests {
    private func held(_ room: PostRoom, by user: Identifier<User>? = nil) async throws -> (Identifier<Post>, Finding) {
        let post = try await room.start(room.draft(cleanText, links: [shortLink]), by: user)
        try await room.send(post, by: user)
        return (post, try #require(try await room.findings(post).first { $0.severity == .hold }))
    }

    private func release(
        _ room: PostRoom, _ post: Identifier<Post>, _ finding: Finding, by user: Identifier<User>
    ) async throws {
        try await ReleaseFinding(post: post, finding: finding.key, reason: "Our own video page")
            .perform(in: room.organisation, by: .user(user))
    }

    @Test("a held post is approved only when the role its clause names has released it, with a reason")
    func released() async throws {
        let room = try await PostRoom()
        let (post, finding) = try await held(room)
        #expect(finding.clause == "6.3(g)")
        guard case .refused(let places) = try await room.approve(post) else {
            Issue.record("approved")
            return
        }
        #expect(places.first?.stopping.map(\.code) == ["link_unverified"])
        await #expect(throws: ActionError.notPermitted("This is released by: senior leader")) {
            try await release(room, post, finding, by: room.moderator)
        }
        await #expect(throws: ActionError.self) {
            try await ReleaseFinding(post: post, finding: finding.key, reason: " ")
                .perform(in: room.organisation, by: .user(room.slt))
        }
        #expect(try await room.taskKinds(of: room.slt).contains(.releaseFinding))
        try await release(room, post, finding, by: room.slt)
        #expect(try await !room.taskKinds(of: room.slt).contains(.releaseFinding))
        guard case .approved = try await room.approve(post) else {
            Issue.record("refused")
            return
        }
    }

    @Test("a release covers the same finding in a later revision, and no other")
    func sameFinding() async throws {
        let room = try await PostRoom()
        let (post, finding) = try await held(room)
        try await release(room, post, finding, by: room.slt)
        try await room.rewrite(post) { $0.text += " See you there." }
        try await room.send(post)
        guard case .approved = try await room.approve(post) else {
            Issue.record("refused")
            return
        }
        try await room.rewrite(post) { $0.links = ["https://bit.ly/something-else"] }
        try await room.send(post)
        guard case .refused = try await room.approve(post) else {
            Issue.record("approved")
            return
        }
    }

    @Test("a release lapses when its releaser comes to write or send the post; somebody else can give it again")
    func releaserWrites() async throws {
        for writes in [true, false] {
            let room = try await PostRoom()
            let (post, finding) = try await held(room)
            try await release(room, post, finding, by: room.slt)
            try await room.rewrite(post, by: writes ? room.slt : nil) { $0.text = "Something else altogether." }
            try await room.send(post, by: room.slt)
            #expect(try await room.database.answers(of: post).releases.isEmpty)
            guard case .refused = try await room.approve(post) else {
                Issue.record("approved on the word of its writer")
                return
            }
            #expect(try await room.taskKinds(of: room.head).contains(.releaseFinding))
            try await release(room, post, finding, by: room.head)
            guard case .approved = try await room.approve(post) else {
                Issue.record("refused")
                return
            }
        }
    }

    @Test("a confirmed correction waits again when whoever confirmed it comes to write the post")
    func confirmerWrites() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft("Marina Drake gave us the buoys."))
        let finding = try #require(try await room.findings(post).first { $0.code == "pupil_full_name" })
        let correction = try await AnswerFinding(
            post: post, account: room.facebook, finding: finding.key, kind: .notOurPupil, says: "The boatyard."
        ).perform(in: room.organisation, by: .user(room.author))
        try await room.send(post)
        try await ConfirmCorrection(correction: correction).perform(in: room.organisation, by: .user(room.moderator))
        try await room.rewrite(post, by: room.moderator) { $0.text = "Marina Drake is in our choir." }
        try await room.send(post)
        guard case .refused = try await room.approve(post, by: room.slt) else {
            Issue.record("approved on the word of its writer")
            return
        }
        try await ConfirmCorrection(correction: correction).perform(in: room.organisation, by: .user(room.slt))
        guard case .approved = try await room.approve(post, by: room.slt) else {
            Issue.record("refused")
            return
        }
    }

    @Test("nobody releases their own; where only the author holds the role it goes a level up")
    func levelUp() async throws {
        let room = try await PostRoom()
        let (post, finding) = try await held(room, by: room.slt)
        await #expect(throws: ActionError.notPermitted("Nobody releases what they wrote themselves")) {
            try await release(room, post, finding, by: room.slt)
        }
        #expect(try await room.taskKinds(of: room.head).contains(.releaseFinding))
        await #expect(throws: ActionError.notPermitted("This is released by: headteacher")) {
            try await release(room, post, finding, by: room.moderator)
        }
        try await release(room, post, finding, by: room.head)
        guard case .approved = try await room.approve(post) else {
            Issue.record("refused")
            return
        }
    }

    @Test("what is held asks for its release once the author's correction of it is not accepted")
    func rejected() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft("Vote Labour on Thursday."))
        let finding = try #require(
            try await room.findings(post).first { $0.severity == .hold && $0.basis == .reading })
        let correction = try await AnswerFinding(
            post: post, account: room.facebook, finding: finding.key, kind: .other, says: "Our own page."
        ).perform(in: room.organisation, by: .user(room.author))
        guard case .sent = try await room.send(post) else {
            Issue.record("not sent")
            return
        }
        #expect(try await !room.taskKinds(of: room.slt).contains(.releaseFinding))
        try await RejectCorrection(correction: correction, why: "It is a pupil")
            .perform(in: room.organisation, by: .user(room.moderator))
        let asked = try await [room.slt, room.head].asyncContains { user in
            try await room.taskKinds(of: user).contains(.releaseFinding)
        }
        #expect(asked)
    }

    @Test("a block is released by nobody")
    func block() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft("Marina Drake gave us the buoys."))
        let finding = try #require(try await room.findings(post).first { $0.code == "pupil_full_name" })
        try await AnswerFinding(
            post: post, account: room.facebook, finding: finding.key, kind: .notOurPupil, says: "The boatyard."
        ).perform(in: room.organisation, by: .user(room.author))
        try await room.send(post)
        await #expect(throws: ActionError.notPermitted("The policy lets nobody release this: the post must change")) {
            try await release(room, post, finding, by: room.head)
        }
    }

    @Test("a correction lets a block be sent, not approved, until an approver confirms it")
    func correction() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft("Marina Drake gave us the buoys."))
        guard case .refused = try await room.send(post) else {
            Issue.record("sent")
            return
        }
        let finding = try #require(try await room.findings(post).first { $0.code == "pupil_full_name" })
        let correction = try await AnswerFinding(
            post: post, account: room.facebook, finding: finding.key, kind: .notOurPupil, says: "The boatyard."
        ).perform(in: room.organisation, by: .user(room.author))
        guard case .sent = try await room.send(post) else {
            Issue.record("refused")
            return
        }
        guard case .refused = try await room.approve(post) else {
            Issue.record("approved")
            return
        }
        await #expect(throws: ActionError.self) {
            try await ConfirmCorrection(correction: correction).perform(in: room.organisation, by: .user(room.author))
        }
        try await ConfirmCorrection(correction: correction).perform(in: room.organisation, by: .user(room.moderator))
        guard case .approved = try await room.approve(post) else {
            Issue.record("refused")
            return
        }
        #expect(try await room.findings(post).isEmpty)
    }

    @Test("a correction counts no more when it is rejected or withdrawn")
    func taken() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft("Marina Drake gave us the buoys."))
        let finding = try #require(try await room.findings(post).first { $0.code == "pupil_full_name" })
        let answer = AnswerFinding(
            post: post, account: room.facebook, finding: finding.key, kind: .notOurPupil, says: "The boatyard.")
        let first = try await answer.perform(in: room.organisation, by: .user(room.author))
        try await WithdrawCorrection(correction: first).perform(in: room.organisation, by: .user(room.author))
        guard case .refused = try await room.send(post) else {
            Issue.record("sent")
            return
        }
        let second = try await answer.perform(in: room.organisation, by: .user(room.author))
        try await room.send(post)
        try await RejectCorrection(correction: second, why: "She is in 7A")
            .perform(in: room.organisation, by: .user(room.moderator))
        guard case .refused = try await room.approve(post) else {
            Issue.record("approved")
            return
        }
    }

    @Test("what rests on a record is not answered here, and an answer fits its finding")
    func record() async throws {
        let room = try await PostRoom()
        var draft = room.draft(cleanText)
        draft.publishAt = nil
        let post = try await room.start(draft)
        let finding = try #require(try await room.findings(post).first { $0.code == "publish_time_missing" })
        await #expect(throws: ActionError.self) {
            try await AnswerFinding(
                post: post, account: room.facebook, finding: finding.key, kind: .other, says: "Later."
            ).perform(in: room.organisation, by: .user(room.author))
        }
    }
}

extension Array where Element: Sendable {
    fileprivate func asyncContains(_ holds: (Element) async throws -> Bool) async throws -> Bool {
        for element in self where try await holds(element) { return true }
        return false
    }
}
