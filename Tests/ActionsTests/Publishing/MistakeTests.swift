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

    @Test("stops the post everywhere: where it is out it comes down, where it is to come out it does not")
    func everywhere() async throws {
        let room = try await PostRoom("DSAT")
        let post = try await room.start(room.draft(cleanText, at: [room.facebook, room.x]))
        try await room.send(post)
        try await room.approve(post)
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        let places = try #require(try await room.database.postStory(post)).lastPlaces.map(\.placement)
        let out = try #require(places.first { $0.account.id == room.facebook })
        _ = try await PublishByHand(
            placement: out.id, proof: ProofGiven(address: "https://facebook.com/quay.example/1")
        ).perform(in: room.organisation, by: .user(room.author))
        try await ReportMistake(post: post, wish: .takeDown, says: "The day is wrong.")
            .perform(in: room.organisation, by: .user(room.author))
        let states = try #require(try await room.database.postStory(post)).lastPlaces.map(\.placement)
        #expect(states.first { $0.account.id == room.facebook }?.state == .ordered)
        #expect(states.first { $0.account.id == room.x }?.state == .stopped)
    }

    @Test("seen before anything is out stops what is on its way")
    func beforehand() async throws {
        let room = try await PostRoom("DSAT")
        let post = try await room.start(room.draft(cleanText, at: [room.facebook]))
        try await room.send(post)
        try await room.approve(post)
        #expect(try await room.state(post) == .scheduled)
        try await ReportMistake(post: post, wish: .takeDown, says: "The day is wrong.")
            .perform(in: room.organisation, by: .user(room.author))
        #expect(try await room.state(post) == .stopped)
    }
}
