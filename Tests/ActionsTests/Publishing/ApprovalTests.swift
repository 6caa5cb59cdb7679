import Actions
import Foundation
import Governance
import Reading
import Store
import Testing

@Suite("Approving") struct ApprovalTests {
    @Test("nobody approves their own, whatever their role, nor a post they wrote a part of")
    func own() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft(cleanText), by: room.moderator)
        try await room.send(post, by: room.moderator)
        await #expect(throws: ActionError.notPermitted("Nobody approves what they wrote themselves")) {
            try await room.approve(post, by: room.moderator)
        }
        let other = try await room.start(room.draft("One"))
        _ = try await SaveDraft(post: other, version: 1, content: room.draft(cleanText))
            .perform(in: room.organisation, by: .user(room.slt))
        try await room.send(other)
        await #expect(throws: ActionError.notPermitted("Nobody approves what they wrote themselves")) {
            try await room.approve(other, by: room.slt)
        }
        guard case .approved = try await room.approve(other) else {
            Issue.record("refused")
            return
        }
        #expect(try await room.state(other) == .scheduled)
    }

    @Test("an author does not approve for a colleague, and a moderator of another school does not here")
    func roles() async throws {
        let room = try await PostRoom()
        let school = try await AddSchool(name: "Mill School", slug: "mill").perform(in: room.organisation, by: .console)
        let elsewhere = try await room.organisation.person("Else Where", .moderator, at: school)
        let trust = try await room.organisation.person("Trust Person", .trustMarketing)
        let post = try await room.start(room.draft(cleanText))
        try await room.send(post)
        for user in [room.colleague, elsewhere] {
            await #expect(throws: ActionError.self) { try await room.approve(post, by: user) }
        }
        guard case .approved = try await room.approve(post, by: trust) else {
            Issue.record("refused")
            return
        }
    }

    @Test("what its author flagged goes out on no moderator's word alone")
    func flagged() async throws {
        let room = try await PostRoom()
        var draft = room.draft(cleanText)
        draft.mayHarmStanding = true
        let post = try await room.start(draft)
        try await room.send(post)
        await #expect(throws: ActionError.self) { try await room.approve(post) }
        #expect(try await room.taskKinds(of: room.slt).contains(.decidePost))
    }

    @Test("an edit asks again, and the revision before can no longer be approved")
    func edit() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft(cleanText))
        try await room.send(post)
        try await room.approve(post)
        try await room.rewrite(post) { $0.text += " And sun cream." }
        #expect(try await room.state(post) == .superseded)
        try await room.send(post)
        #expect(try await room.state(post) == .waiting)
        await #expect(throws: ActionError.conflict("There is a later revision, number 2. Read that one first")) {
            try await ApprovePost(post: post, revision: 1).perform(in: room.organisation, by: .user(room.moderator))
        }
        let comparison = try #require(try await room.database.comparison(of: post, 1, 2))
        #expect(comparison.text.runs.last == WordDiff.Run(.added, " And sun cream."))
    }

    @Test("a returned post goes back to its author with the note, and can be sent again")
    func returned() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft(cleanText))
        try await room.send(post)
        try await ReturnPost(post: post, revision: 1, note: "Which Friday?")
            .perform(in: room.organisation, by: .user(room.moderator))
        #expect(try await room.state(post) == .returned)
        #expect(try await room.taskKinds(of: room.author) == [.changePost])
        let tabs = try await room.database.approvals(.returned, for: room.author, with: Authority())
        #expect(tabs.counts[.returned] == 1 && tabs.lines.first?.post == post)
        try await room.rewrite(post) { $0.text = "Sports day is on Friday 27 November." }
        try await room.send(post)
        #expect(try await room.state(post) == .waiting)
        #expect(try await room.taskKinds(of: room.author).isEmpty)
    }

    @Test("an approval that nobody gave before the time expires")
    func expires() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft(cleanText))
        try await room.send(post)
        room.scratch.pass(3 * 3_600 - 1)
        try await room.runDue()
        #expect(try await room.state(post) == .waiting)
        room.scratch.pass(1)
        await #expect(throws: ActionError.self) { try await room.approve(post) }
        try await room.runDue()
        #expect(try await room.state(post) == .expired)
        #expect(try await room.taskKinds(of: room.moderator).isEmpty)
        #expect(try await room.taskKinds(of: room.author) == [.changePost])
    }

    @Test("a note to a passage is kept with its words, and answered by the author")
    func notes() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft(cleanText))
        try await room.send(post)
        let note = try await AddNote(post: post, revision: 1, range: 0..<10, says: "Capital D?")
            .perform(in: room.organisation, by: .user(room.moderator))
        #expect(try await room.taskKinds(of: room.author) == [.answerNote])
        try await AnswerNote(note: note, answer: "Small").perform(in: room.organisation, by: .user(room.author))
        #expect(try await room.taskKinds(of: room.author).isEmpty)
        let kept = try #require(try await room.database.postStory(post)?.notes.first)
        #expect(kept.quote == "Sports day" && kept.answer == "Small")
        await #expect(throws: ActionError.self) {
            try await AddNote(post: post, revision: 1, range: 0..<1_000, says: "?")
                .perform(in: room.organisation, by: .user(room.moderator))
        }
    }

    @Test("the queue shows each person what is theirs, with counts")
    func queue() async throws {
        let room = try await PostRoom()
        for text in [cleanText, "Open evening is on Monday at six."] {
            try await room.send(try await room.start(room.draft(text)))
        }
        let authority = Authority(grants: [Grant(.moderator, at: room.school, from: .distantPast)])
        let theirs = try await room.database.approvals(.toDecide, for: room.moderator, with: authority)
        #expect(theirs.lines.count == 2 && theirs.counts[.toDecide] == 2 && theirs.counts[.sentByMe] == 0)
        let mine = try await room.database.approvals(.sentByMe, for: room.author, with: authority)
        #expect(mine.lines.count == 2 && mine.counts[.toDecide] == 0)
    }
}
