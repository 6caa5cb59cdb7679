import Foundation
import Governance
import Platforms
import Reading
import Store
import Testing

@testable import Actions

@Suite("Networks that the policy names") struct NamedNetworksTests {
    @Test("an account on another is entered with the task to close it, and asked of no network")
    func entered() async throws {
        let networks = PretendNetworks()
        let room = try await PostRoom("LLT", networks: networks)
        let account = try await add(.mastodon, to: room)
        let rule = try #require(try await asked(account, room)).rule
        #expect(rule.contains("“Left over” is on Mastodon, and the policy names Instagram and X alone"))
        #expect(rule.contains("Close it") && rule.hasSuffix("section 3.2"))
        await #expect(throws: ActionError.self) {
            try await BeginJoining(account, server: "https://quay.example", back: "https://here.example/back")
                .perform(in: room.organisation, by: .user(room.administrator()))
        }
        await #expect(throws: ActionError.self) { try await connect(account, room) }
        #expect(networks.asked == [])
        // what it turns out to be is said anew
        var known = try #require(try await room.database.account(account))
        known.network = .website
        try await ChangeAccount(account: known).perform(in: room.organisation, by: .user(room.slt))
        #expect(try await asked(account, room)?.rule.contains("has no decision on record") == true)
        try await connect(account, room)
        #expect(networks.asked == ["check"])
    }

    @Test("a post on another is stopped under the section that names them, wherever it would go out")
    func posted() async throws {
        let room = try await PostRoom("LLT")
        let accounts = try await [add(.mastodon, to: room), add(.tiktok, to: room), add(.other, to: room)]
        let post = try await room.start(room.draft(cleanText, at: accounts + [room.facebook, room.x]))
        let content = try #require(try await room.database.postStory(post)).draft.content
        let checks = try await CheckDraft(content: content, post: post).perform(in: room.organisation)
        let stopped = checks.filter { $0.standing.contains { $0.code == "posted_on_unnamed_network" } }
        #expect(Set(stopped.map(\.account.id)) == Set(accounts))
        guard case .refused(let refused) = try await room.send(post) else {
            Issue.record("it is sent")
            return
        }
        let finding = try #require(refused.first?.stopping.first)
        #expect(finding.clause == "3.2" && finding.severity == .block && finding.says.contains("X and Instagram"))
    }

    @Test(
        "what was scheduled before the policy came is stopped at its time, and what is asked of the account is said anew"
    )
    func before() async throws {
        let networks = PretendNetworks()
        let room = try await PostRoom("LINK", networks: networks)
        let account = try await add(.mastodon, to: room)
        try await connect(account, room)
        #expect(try await asked(account, room)?.rule.contains("has no decision on record") == true)
        let post = try await room.start(room.draft(cleanText, at: [account]))
        try await room.send(post)
        try await room.approve(post)
        room.scratch.pass(1)
        try await room.organisation.force(#require(builtInPolicy("LLT")))
        #expect(try await asked(account, room)?.rule.hasSuffix("section 3.2") == true)
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        #expect(try await room.state(post) == .stopped)
        #expect(networks.posts(on: "https://quay.example").isEmpty)
        try await room.organisation.force(#require(builtInPolicy("LINK")))
        #expect(try await asked(account, room)?.rule.contains("has no decision on record") == true)
    }

    private func add(_ network: Network, to room: PostRoom) async throws -> Identifier<PostingAccount> {
        try await AddAccount(
            school: room.school, name: "Left over", network: network, handle: "quay.example"
        ).perform(in: room.organisation, by: .user(room.slt))
    }

    private func connect(_ account: Identifier<PostingAccount>, _ room: PostRoom) async throws {
        try await ConnectAccount(
            account, server: "quay.example", userName: "a", secret: "p w d", isConfirmed: true
        ).perform(in: room.organisation, by: .user(room.administrator()))
    }

    private func asked(_ account: Identifier<PostingAccount>, _ room: PostRoom) async throws -> OpenTask? {
        let tasks = try await room.database.tasks(of: room.administrator())
        return tasks.first { $0.kind == .orderAccount && $0.subject.id == account.text }
    }
}
