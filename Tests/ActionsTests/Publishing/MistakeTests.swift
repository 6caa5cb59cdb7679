import Governance
import Reading
import Store
import Testing

@testable import Actions

@Suite("A mistake") struct MistakeTests {
    @Test("of one's own is reported from the post, comes down at once, and is answered with advice")
    func own() async throws {
        let room = try await PostRoom("LLT")
        let post = try await room.published()
        try await ReportMistake(post: post, wish: .takeDown, says: "The day is wrong.")
            .perform(in: room.organisation, by: .user(room.author))
        #expect(try await room.state(post) == .ordered)
        let mistake = try #require(try await room.database.postStory(post)?.mistakes.first)
        #expect(mistake.isOwn && mistake.told == .slt && mistake.section == "Appendix")
        #expect(try await room.taskKinds(of: room.slt).contains(.adviseOnMistake))
        #expect(try await room.taskKinds(of: room.author) == [.takeDown])
        await #expect(throws: ActionError.self, "nobody advises on their own report") {
            try await AdviseOnMistake(post: post, mistake: mistake.id, advice: "All is well")
                .perform(in: room.organisation, by: .user(room.author))
        }
        try await AdviseOnMistake(post: post, mistake: mistake.id, advice: "Say sorry to the visitors.")
            .perform(in: room.organisation, by: .user(room.slt))
        #expect(try await !room.taskKinds(of: room.slt).contains(.adviseOnMistake))
        #expect(try await room.database.postStory(post)?.mistakes.first?.advice == "Say sorry to the visitors.")
        #expect(try await room.kinds(post).suffix(3) == [.mistakeReported, .takedownOrdered, .mistakeAdvised])
    }

    @Test("of somebody else is reported too; whoever may not order it down asks for advice")
    func others() async throws {
        let room = try await PostRoom("LLT")
        let post = try await room.published()
        await #expect(throws: ActionError.self) {
            try await ReportMistake(post: post, wish: .takeDown, says: "The day is wrong.")
                .perform(in: room.organisation, by: .user(room.colleague))
        }
        try await ReportMistake(post: post, wish: .advice, says: "The day is wrong.")
            .perform(in: room.organisation, by: .user(room.colleague))
        #expect(try await room.database.postStory(post)?.mistakes.map(\.isOwn) == [false])
        #expect(try await room.state(post) == .published)
    }

    @Test("of a senior leader goes to somebody else")
    func aboveThem() async throws {
        let room = try await PostRoom("LLT")
        let post = try await room.published()
        try await ReportMistake(post: post, wish: .advice, says: "I approved it too fast.")
            .perform(in: room.organisation, by: .user(room.slt))
        #expect(try await room.taskKinds(of: room.head).contains(.adviseOnMistake))
        #expect(try await !room.taskKinds(of: room.slt).contains(.adviseOnMistake))
    }
}
