import Actions
import Foundation
import Governance
import Reading
import Store
import Testing

@Suite("Sending for approval") struct SendingTests {
    @Test("what is blocked is refused with its findings, and the refusal is on record")
    func blocked() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft("Well done Jamie Thornton!"))
        guard case .refused(let places) = try await room.send(post) else {
            Issue.record("sent")
            return
        }
        #expect(places.first?.stopping.map(\.code) == ["pupil_full_name"])
        #expect(try await room.kinds(post).last == .sendingRefused)
        #expect(try await room.database.postStory(post)?.revisions.isEmpty == true)
    }

    @Test("a sent post waits as a frozen revision, with its decision, and a task for those who approve")
    func waits() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft(cleanText, at: [room.facebook, room.x]))
        guard case .sent(let revision) = try await room.send(post) else {
            Issue.record("refused")
            return
        }
        let story = try #require(try await room.database.postStory(post))
        #expect(revision == 1 && story.places.map(\.placement.state) == [.waiting, .waiting])
        #expect(story.places.allSatisfy { $0.decisions.first?.decision.policy.key == "LINK" })
        #expect(try await room.taskKinds(of: room.moderator) == [.decidePost])
        #expect(try await room.taskKinds(of: room.author).isEmpty)
        await #expect(throws: ActionError.self) {
            try await SaveDraft(post: post, version: 1, content: room.draft("Other"))
                .perform(in: room.organisation, by: .user(room.author))
        }
    }

    @Test("no more pictures are sent than a person can put there")
    func pictures() async throws {
        let room = try await PostRoom()
        let five = try await room.start(room.draft(cleanText, at: [room.x]))
        for _ in 0..<5 { try await room.describe(room.add("boat.png", to: five), of: five) }
        await #expect {
            try await room.send(five)
        } throws: {
            guard case .invalid(let errors)? = $0 as? ActionError else { return false }
            return errors.map(\.field) == ["pictures-\(room.x.text)"]
        }
    }

    @Test("too long, no account, no time, a time past, a closed account: each with its field")
    func invalid() async throws {
        let room = try await PostRoom()
        var late = room.draft(cleanText)
        late.publishAt = room.now - 60
        var never = room.draft(cleanText)
        never.publishAt = nil
        let wrong: [(PostDraft, String)] = [
            (room.draft(String(repeating: "boat ", count: 70), at: [room.x]), "text"),
            (room.draft(cleanText, at: []), "places"), (late, "publishAt"), (never, "publishAt"),
        ]
        for (draft, field) in wrong {
            let post = try await room.start(draft)
            let error = await #expect(throws: ActionError.self) { try await room.send(post) }
            guard case .invalid(let errors)? = error else {
                Issue.record("\(field): \(String(describing: error))")
                continue
            }
            #expect(errors.map(\.field) == [field])
        }
        try await CloseAccount(room.facebook, reason: "Quiet", archive: "None", followers: "Told", proof: "Not found")
            .perform(in: room.organisation, by: .user(room.slt))
        let post = try await room.start(room.draft(cleanText))
        await #expect(throws: ActionError.invalid("places", "Quay School is closed. Choose another account")) {
            try await room.send(post)
        }
    }

    @Test("a draft that someone else changed since is not sent")
    func stale() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft("One"))
        _ = try await SaveDraft(post: post, version: 1, content: room.draft(cleanText))
            .perform(in: room.organisation, by: .user(room.colleague))
        await #expect(throws: ActionError.self) {
            try await SendForApproval(post: post, version: 1).perform(in: room.organisation, by: .user(room.author))
        }
    }

    @Test("where the school asks for no approval a clear post is scheduled, a held or flagged one still waits")
    func approvalOff() async throws {
        let room = try await PostRoom()
        var settings = Settings()
        settings.approvalBeforePublication = false
        try await ChangeSettings(at: room.school, to: settings).perform(in: room.organisation, by: .user(room.slt))
        let clear = try await room.start(room.draft(cleanText))
        try await room.send(clear)
        #expect(try await room.state(clear) == .scheduled)
        let held = try await room.start(room.draft(cleanText, links: [shortLink]))
        try await room.send(held)
        #expect(try await room.state(held) == .waiting)
        var draft = room.draft(cleanText)
        draft.mayHarmStanding = true
        let flagged = try await room.start(draft)
        try await room.send(flagged)
        #expect(try await room.state(flagged) == .waiting)
    }
}
