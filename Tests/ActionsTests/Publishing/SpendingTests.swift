import Foundation
import Governance
import Platforms
import Reading
import Store
import Testing

@testable import Actions

@Suite("What posts cost on a network that charges") struct SpendingTests {
    @Test("is counted each month, and what would go past the school's limit is left to a person, with the sentence")
    func limit() async throws {
        let networks = PretendNetworks()
        let room = try await PostRoom(networks: networks)
        try await connectX(room)
        var settings = Settings()
        settings.xDollarsAMonth = 1
        try await ChangeSettings(at: room.school, to: settings).perform(in: room.organisation, by: .user(room.head))
        for number in 1...5 {
            #expect(try await outcome("Regatta \(number): https://bbc.co.uk/\(number)", room) == .done)
        }
        #expect(networks.posts(on: "https://x.example").count == 5)
        let spending = try await room.database.spending(on: .x, at: room.school, limit: 1)
        #expect(spending == MonthlySpending(spent: 1_000, limit: 1))

        let held = try await post("Regatta 6: it is over.", room)
        #expect(try await SendPost().perform(in: room.organisation) == .dropped)
        #expect(networks.posts(on: "https://x.example").count == 5)
        #expect(try await room.state(held) == .ready)
        let event = try #require(
            try await room.database.timeline(of: RecordSubject(.post, held)).last { $0.kind == .leftToAPerson })
        #expect(event.content?.why?.contains("the school’s limit is $1.00 a month") == true)
        #expect(try await room.taskKinds(of: room.author).contains(.publishByHand))

        // what a person posts costs nothing, and the next month is another one
        _ = try await PublishByHand(
            placement: room.placement(held), proof: ProofGiven(address: "https://x.com/quay/status/6")
        ).perform(in: room.organisation, by: .user(room.author))
        room.scratch.pass(31 * 86_400)
        #expect(try await room.database.spending(on: .x, at: room.school, limit: 1).spent == 0)
        #expect(try await outcome("Regatta 7: https://bbc.co.uk/7", room) == .done)
    }

    @Test("counts what is read too: the account once each day, and each post that is looked at")
    func reads() async throws {
        let networks = PretendNetworks()
        let room = try await PostRoom(networks: networks)
        try await connectX(room)
        let spent = { try await room.database.spending(on: .x, at: room.school, limit: nil).spent }
        for _ in 1...3 { try await CheckConnection().check(room.x, in: room.organisation) }
        #expect(try await spent() == 10)
        room.scratch.pass(86_400)
        try await CheckConnection().check(room.x, in: room.organisation)
        #expect(try await spent() == 20)
        // the answer is lost, so the post is looked for: the account is known for the day, and one post is there
        networks.behave("https://x.example", as: "mute")
        #expect(try await outcome("Regatta 1: it is on.", room) == .notNow)
        room.scratch.pass(60)
        #expect(try await SendPost().perform(in: room.organisation) == .done)
        #expect(try await spent() == 20 + 15 + 5)

        // no look by itself goes past the limit; one that somebody asks for does
        var settings = Settings()
        settings.xDollarsAMonth = 0
        try await ChangeSettings(at: room.school, to: settings).perform(in: room.organisation, by: .user(room.head))
        let asked = networks.asked
        room.scratch.pass(2 * 86_400)
        #expect(try await CheckConnection().perform(in: room.organisation))
        #expect(networks.asked == asked)
        try await CheckConnection().check(room.x, in: room.organisation)
        #expect(networks.asked == asked + ["check"])
    }

    @Test("is said by whether a post has a link, wherever that stands")
    func prices() throws {
        let price = try #require(Network.x.price)
        #expect(price.of("Sports day is on Friday.", links: []) == 15)
        #expect(price.of("Sports day: www.quay.co.uk", links: []) == 200)
        #expect(price.of("Sports day", links: ["https://quay.example/day"]) == 200)
        #expect([15, 200, 1_000, 12_345].map(NetworkPrice.dollars) == ["$0.015", "$0.20", "$1.00", "$12.345"])
        #expect(Network.mastodon.price == nil && Network.x.priceSentence?.contains("$0.20 for one with a link") == true)
    }

    private func post(_ text: String, _ room: PostRoom) async throws -> Identifier<Post> {
        let post = try await room.start(room.draft(text, at: [room.x]))
        guard case .sent = try await room.send(post), case .approved = try await room.approve(post) else {
            Issue.record("\(text) is not approved")
            return post
        }
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        return post
    }

    private func outcome(_ text: String, _ room: PostRoom) async throws -> SendPost.Outcome {
        _ = try await post(text, room)
        return try await SendPost().perform(in: room.organisation)
    }

    private func connectX(_ room: PostRoom) async throws {
        let account = room.x
        let known = Connection(
            account: account, server: "https://x.example", userName: "1001", identity: "@quay",
            capabilities: try #require(Network.x.stated), connectedBy: room.slt, connectedAt: room.now,
            checkedAt: room.now)
        let secret = try room.organisation.seal(ConnectionSecret(token: "t"), of: account)
        try await room.organisation.change(by: .console) { tx in
            try tx.write(known, secret: secret)
            return Recorded(Event(.accountConnected, RecordSubject(.account, account)))
        }
    }
}
