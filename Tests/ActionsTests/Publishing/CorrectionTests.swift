import Foundation
import Governance
import Platforms
import Reading
import Store
import Testing

@testable import Actions

@Suite("Correcting what is out") struct CorrectionTests {
    private static let right = "Sports day is on Monday. Bring water and a hat."

    /// Out on an account, by itself where it is connected.
    private struct Out {
        let room: PostRoom
        let networks: PretendNetworks
        let account: Identifier<PostingAccount>
        let post: Identifier<Post>

        init(on network: Network, connected: Bool = true) async throws {
            networks = PretendNetworks()
            room = try await PostRoom("LINK", networks: networks)
            account = try await AddAccount(
                school: room.school, name: "Quay’s own", network: network,
                handle: connected ? "www.quay.example" : "facebook.com/quaysown"
            ).perform(in: room.organisation, by: .user(room.slt))
            if connected {
                let administrator = try await room.organisation.user(email: "ida@school.example").id
                try await ConnectAccount(
                    account, server: "www.quay.example", userName: "a", secret: "p w d", isConfirmed: true
                )
                .perform(in: room.organisation, by: .user(administrator))
            }
            post = try await room.start(room.draft(cleanText, at: [account]))
            try await room.send(post)
            try await room.approve(post)
            room.scratch.pass(3 * 3_600)
            try await room.runDue()
            if connected {
                _ = try await SendPost().perform(in: room.organisation)
            } else {
                try await byHand()
            }
        }

        func byHand() async throws {
            let place = try #require(try await room.database.postStory(post)?.lastPlaces.first).placement
            let host = place.account.network.hosts.first ?? "www.quay.example"
            _ = try await PublishByHand(
                placement: place.id, proof: ProofGiven(address: "https://\(host)/quay/1")
            ).perform(in: room.organisation, by: .user(room.author))
        }

        func rewrite(_ text: String) async throws {
            try await room.rewrite(post) { $0.text = text }
        }

        var texts: [String] { networks.posts(on: "https://www.quay.example").map(\.text) }

        func placements() async throws -> [Placement] {
            try #require(try await room.database.postStory(post)).places.map(\.placement)
        }
    }

    @Test("is examined and approved, changes the words on the network, and leaves both on record")
    func byItself() async throws {
        let out = try await Out(on: .website)
        try await out.rewrite("Ring Priya on 07700 900142")
        guard case .refused = try await out.room.send(out.post) else {
            Issue.record("a correction is not examined")
            return
        }
        try await out.rewrite(Self.right)
        guard case .sent = try await out.room.send(out.post) else {
            Issue.record("a correction is not sent")
            return
        }
        let story = try #require(try await out.room.database.postStory(out.post))
        #expect(story.earlierOut.map(\.placement.draft.text) == [cleanText])
        #expect(out.texts == [cleanText], "nothing changes before somebody has approved it")
        try await out.room.approve(out.post)
        try await out.room.runDue()
        #expect(try await out.room.state(out.post) == .sending)
        #expect(try await SendPost().perform(in: out.room.organisation) == .done)
        #expect(out.texts == [Self.right])
        #expect(try await Set(out.placements().map(\.state)) == [.published, .superseded])
        #expect(out.networks.asked.filter { $0 != "check" } == ["publish", "edit"])
        let compared = try #require(try await out.room.database.comparison(of: out.post, 1, 2))
        #expect((compared.old.content.text, compared.new.content.text) == (cleanText, Self.right))
        // it can still be taken down by the network's own name for it
        try await OrderTakedown(
            placement: out.room.placement(out.post), reason: "A family asked", deadline: out.room.now + 3_600
        ).perform(in: out.room.organisation, by: .user(out.room.slt))
        #expect(try await SendPost().perform(in: out.room.organisation) == .done)
        #expect(out.texts.isEmpty)
    }

    @Test(
        "is left to a person where the network cannot change a post, and where none is connected",
        arguments: [true, false])
    func byHand(connected: Bool) async throws {
        let out = try await Out(on: connected ? .bluesky : .facebook, connected: connected)
        try await out.rewrite(Self.right)
        try await out.room.send(out.post)
        try await out.room.approve(out.post)
        try await out.room.runDue()
        #expect(try await out.room.state(out.post) == .ready)
        let task = try #require(
            try await out.room.database.tasks(of: out.room.author).first { $0.kind == .publishByHand })
        #expect(task.rule.contains("corrected by hand"))
        try await out.byHand()
        guard connected else {
            return #expect(try await Set(out.placements().map(\.state)) == [.published, .superseded])
        }
        // at another address: what was out before comes down
        #expect(try await Set(out.placements().map(\.state)) == [.published, .ordered])
        #expect(try await SendPost().perform(in: out.room.organisation) == .done)
        #expect(try await Set(out.placements().map(\.state)) == [.published, .takenDown])
        #expect(out.texts == [])
    }

    @Test("of what was ordered down meanwhile is stopped with it, or given back", arguments: [true, false])
    func orderedDown(isApproved: Bool) async throws {
        let out = try await Out(on: .website)
        try await out.rewrite(Self.right)
        try await out.room.send(out.post)
        if isApproved { try await out.room.approve(out.post) }
        let first = try #require(try await out.placements().first { $0.state == .published })
        try await OrderTakedown(placement: first.id, reason: "A family asked", deadline: out.room.now + 3_600)
            .perform(in: out.room.organisation, by: .user(out.room.slt))
        #expect(try await out.room.state(out.post) == (isApproved ? .stopped : .returned))
        try await out.room.runDue()
        while try await SendPost().perform(in: out.room.organisation) != .nothingDue {}
        #expect(out.texts.isEmpty && !out.networks.asked.contains("edit"))
    }

    @Test("that was put out after what it corrects was ordered down is on record, and comes down too")
    func byHandTooLate() async throws {
        let out = try await Out(on: .facebook, connected: false)
        try await out.rewrite(Self.right)
        try await out.room.send(out.post)
        try await out.room.approve(out.post)
        try await out.room.runDue()
        #expect(try await out.room.state(out.post) == .ready)
        try await ReportMistake(post: out.post, wish: .takeDown, says: "The day is wrong.")
            .perform(in: out.room.organisation, by: .user(out.room.author))
        #expect(try await out.room.state(out.post) == .stopped)
        let correction = try await out.room.placement(out.post)
        let publishing = try await PublishByHand(
            placement: correction, proof: ProofGiven(address: "https://facebook.com/quaysown/2")
        ).perform(in: out.room.organisation, by: .user(out.room.author))
        #expect(publishing == .toComeDown)
        let place = try #require(
            try await out.room.database.postStory(out.post)?.places.first { $0.placement.id == correction })
        #expect(place.placement.state == .ordered)
        #expect(place.publication?.proof.address == "https://facebook.com/quaysown/2")
        #expect(try await Set(out.placements().map(\.state)) == [.ordered])
    }

    @Test("that changes nothing is not sent, and the network's trouble is tried again")
    func tried() async throws {
        let out = try await Out(on: .website)
        await #expect(throws: ActionError.self) { try await out.room.send(out.post) }
        try await out.rewrite(Self.right)
        try await out.room.send(out.post)
        try await out.room.approve(out.post)
        try await out.room.runDue()
        out.networks.behave("https://www.quay.example", as: "down")
        #expect(try await SendPost().perform(in: out.room.organisation) == .notNow)
        out.networks.behave("https://www.quay.example", as: "well")
        out.room.scratch.pass(60)
        #expect(try await SendPost().perform(in: out.room.organisation) == .done)
        #expect(out.texts == [Self.right])
    }
}
