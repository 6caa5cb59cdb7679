import Governance
import Platforms
import Reading
import Store
import Testing

@testable import Actions

@Suite("Whom an account follows") struct FollowingTests {
    @Test(
        "is compared with the roll each day where the policy asks it, and a learner opens a task",
        arguments: ["LINK", "PEN"])
    func compared(policy: String) async throws {
        let networks = PretendNetworks()
        let room = try await PostRoom(policy, networks: networks)
        let account = try await AddAccount(
            school: room.school, name: "Quay toots", network: .mastodon, handle: "@quay@quay.example"
        ).perform(in: room.organisation, by: .user(room.slt))
        let administrator = try await room.organisation.user(email: "ida@school.example").id
        try await ConnectAccount(account, server: "quay.example", userName: "", secret: "t", isConfirmed: true)
            .perform(in: room.organisation, by: .user(administrator))
        let learner = FollowedAccount(handle: "@jt@social.example", name: "Jamie Thornton ⚽")
        networks.follow(
            [learner, FollowedAccount(handle: "@museum@museum.example", name: "The Museum")], on: "https://quay.example"
        )
        room.scratch.pass(Connection.checkInterval + 1)
        _ = try await CheckConnection().perform(in: room.organisation)
        let byItself = try await room.database.followingCompared(of: account)
        #expect(byItself?.learners.map(\.handle) == (policy == "LINK" ? ["@jt@social.example"] : nil))
        try await CompareFollowing(account).perform(in: room.organisation, by: .user(administrator))
        #expect(try await room.database.followingCompared(of: account)?.learners.map(\.name) == [learner.name])
        #expect(try await room.taskKinds(of: administrator).contains(.unfollow))
        networks.follow([], on: "https://quay.example")
        try await CompareFollowing(account).perform(in: room.organisation, by: .user(administrator))
        #expect(try await !room.taskKinds(of: administrator).contains(.unfollow))
    }
}

@Suite("Names that followed accounts show") struct FollowedNamesTests {
    @Test("are kept and read no longer than names are, whatever a server says")
    func bounded() async throws {
        let networks = PretendNetworks()
        let room = try await PostRoom("LINK", networks: networks)
        let account = try await AddAccount(
            school: room.school, name: "Quay toots", network: .mastodon, handle: "@quay@quay.example"
        ).perform(in: room.organisation, by: .user(room.slt))
        let administrator = try await room.administrator()
        try await ConnectAccount(account, server: "quay.example", userName: "", secret: "t", isConfirmed: true)
            .perform(in: room.organisation, by: .user(administrator))
        let endless = String(repeating: "a\u{301}\u{302}", count: 50_000)
        networks.follow(
            [FollowedAccount(handle: "@jt@social.example" + endless, name: "Jamie Thornton " + endless)]
                + (0..<2_500).map { FollowedAccount(handle: "@\($0)", name: endless) }, on: "https://quay.example")
        try await CompareFollowing(account).perform(in: room.organisation, by: .user(administrator))
        let compared = try #require(try await room.database.followingCompared(of: account))
        #expect(compared.followed == FollowedAccount.most)
        let found = try #require(compared.learners.first)
        #expect(found.name.unicodeScalars.count <= FollowedAccount.longest && found.name.hasPrefix("Jamie Thornton"))
        #expect(found.handle.unicodeScalars.count <= FollowedAccount.longest)
    }
}

@Suite("Answering somebody") struct ReplyTests {
    @Test("on an account that speaks one way is refused, and the office answers")
    func oneWay() async throws {
        let room = try await PostRoom("LLT")
        let account = try #require(try await room.database.accounts().first { $0.id == room.facebook })
        let findings = try await CheckReply(on: account, to: .parent, answer: "It is on Friday.")
            .perform(in: room.organisation)
        #expect(findings.contains { $0.code == "one_way_reply" && $0.clause == "3.10" })
        try await SendToOffice(room.facebook, asks: .parent, says: "When is the fair? Ring 0191 496 0000")
            .perform(in: room.organisation, by: .user(room.author))
        let matter = try #require(try await room.database.officeMatters(on: room.facebook).first)
        #expect(try await room.taskKinds(of: room.slt).contains(.answerFollower))
        try await SayOfficeAnswered(matter.id, on: room.facebook).perform(in: room.organisation, by: .user(room.slt))
        #expect(try await !room.taskKinds(of: room.slt).contains(.answerFollower))
    }
}
