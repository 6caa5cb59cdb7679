import Actions
import Foundation
import Governance
import Reading
import Store
import Testing

@Suite("Drafts") struct DraftTests {
    @Test("the check says what the policy says, with its section, and stores nothing")
    func check() async throws {
        let room = try await PostRoom()
        let head = try await room.database.recordHead()
        let draft = room.draft("Well done Jamie Thornton!", at: [room.facebook, room.x])
        let checks = try await CheckDraft(content: draft).perform(in: room.organisation)
        #expect(checks.count == 2)
        let found = try #require(checks[0].decision.findings.first { $0.code == "pupil_full_name" })
        #expect(found.clause == "6.3(f)" && found.severity == .block)
        #expect(checks[0].standing.filter { $0.severity == .block }.map(\.code) == ["pupil_full_name"])
        #expect(try await room.database.recordHead() == head)
    }

    @Test("without a roll every post is held, saying so")
    func noRoll() async throws {
        let room = try await PostRoom()
        let school = try await AddSchool(name: "Mill School", slug: "mill").perform(in: room.organisation, by: .console)
        let account = try await AddAccount(school: school, name: "Mill", network: .facebook, handle: "mill")
            .perform(in: room.organisation, by: .console)
        let checks = try await CheckDraft(content: room.draft(cleanText, at: [account])).perform(in: room.organisation)
        #expect(checks[0].standing.filter { $0.severity == .hold }.map(\.code) == ["roll_missing"])
    }

    @Test("the second to save gets the other's text and name, and nothing is overwritten")
    func conflict() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft("One"))
        let first = try await SaveDraft(post: post, version: 1, content: room.draft("Two"))
            .perform(in: room.organisation, by: .user(room.colleague))
        #expect(first == .saved(version: 2))
        let second = try await SaveDraft(post: post, version: 1, content: room.draft("Three"))
            .perform(in: room.organisation, by: .user(room.author))
        guard case .conflict(let other, let name) = second else {
            Issue.record("saved over")
            return
        }
        #expect(other.content.text == "Two" && other.version == 2 && name == "Tom Ashworth")
        let story = try #require(try await room.database.postStory(post))
        #expect(story.draft.content.text == "Two")
        #expect(story.draft.writers == [room.author, room.colleague])
    }

    @Test("who has no role here writes nothing here")
    func stranger() async throws {
        let room = try await PostRoom()
        let governor = try await room.organisation.person("Gita Rao", .governor, at: room.school)
        await #expect(throws: ActionError.self) { try await room.start(room.draft("Hello"), by: governor) }
        await #expect(throws: ActionError.self) {
            try await StartPost(school: room.school).perform(in: room.organisation, by: .console)
        }
    }

    @Test("a second opinion is asked of a colleague, and given")
    func opinion() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft(cleanText))
        let id = try await AskSecondOpinion(post: post, colleague: room.colleague, question: "Too cheerful?")
            .perform(in: room.organisation, by: .user(room.author))
        #expect(try await room.taskKinds(of: room.colleague) == [.giveSecondOpinion])
        await #expect(throws: ActionError.self) {
            try await GiveSecondOpinion(opinion: id, answer: "No").perform(in: room.organisation, by: .user(room.slt))
        }
        try await GiveSecondOpinion(opinion: id, answer: "Just right")
            .perform(in: room.organisation, by: .user(room.colleague))
        #expect(try await room.taskKinds(of: room.colleague).isEmpty)
        #expect(try await room.database.postStory(post)?.opinions.first?.answer == "Just right")
    }

    @Test("a second opinion is asked of nobody who does not write for the school: they would read its draft")
    func opinionElsewhere() async throws {
        let room = try await PostRoom()
        let governor = try await room.organisation.person("Gita Rao", .governor, at: room.school)
        let post = try await room.start(room.draft(cleanText))
        await #expect(throws: ActionError.self) {
            try await AskSecondOpinion(post: post, colleague: governor, question: "Too cheerful?")
                .perform(in: room.organisation, by: .user(room.author))
        }
    }

    @Test("what no network takes is refused before anything reads it")
    func tooLarge() async throws {
        let room = try await PostRoom()
        await #expect(throws: ActionError.self) {
            try await room.start(room.draft(String(repeating: "a", count: 65_001)))
        }
    }
}
