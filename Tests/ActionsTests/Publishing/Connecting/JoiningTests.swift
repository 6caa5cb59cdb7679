import Foundation
import Governance
import Platforms
import Reading
import Store
import Testing

@testable import Actions

/// Accounts joined on their networks' own pages.
@Suite("Joining an account") struct JoiningTests {
    private static let back = "https://chaperone.test/quay/accounts/joined"

    /// What the browser comes back with.
    private func query(_ address: String) -> [String: String] {
        let items = URLComponents(string: address)?.queryItems ?? []
        return Dictionary(items.map { ($0.name, $0.value ?? "") }) { $1 }
    }

    private func begin(
        _ account: Identifier<PostingAccount>, _ room: PostRoom, by user: Identifier<User>, server: String = "",
        userName: String = ""
    ) async throws -> (state: String, code: String, refusal: String, browser: String) {
        let begun = try await BeginJoining(account, server: server, userName: userName, back: Self.back)
            .perform(in: room.organisation, by: .user(user))
        let query = query(begun.address)
        return (query["state"] ?? "", query["code"] ?? "", query["error"] ?? "", begun.browser)
    }

    private func finish(
        _ begun: (state: String, code: String, refusal: String, browser: String), _ room: PostRoom,
        by user: Identifier<User>, browser: String? = nil
    ) async throws -> FinishJoining.Answer {
        try await FinishJoining(
            state: begun.state, code: begun.code, refusal: begun.refusal, browser: browser ?? begun.browser,
            back: Self.back
        ).perform(in: room.organisation, by: .user(user))
    }

    private static let social = "https://social.quay.example"

    private func mastodon(in room: PostRoom) async throws -> Identifier<PostingAccount> {
        try await AddAccount(
            school: room.school, name: "Quay toots", network: .mastodon, handle: "https://social.quay.example/@quay"
        ).perform(in: room.organisation, by: .user(room.slt))
    }

    @Test("another account than the register's is refused by name, and where nothing can be compared a person says so")
    func another() async throws {
        let connected = try await ConnectedRoom()
        let (room, ida) = (connected.room, try await connected.room.administrator())
        let account = try await mastodon(in: room)
        connected.networks.name(Self.social, ["@priya@quay.example"])
        let begun = try await begin(account, room, by: ida, server: Self.social)
        guard case .refused(account, let says) = try await finish(begun, room, by: ida) else {
            Issue.record("Another account was joined")
            return
        }
        #expect(says.contains("The register has this account at https://social.quay.example/@quay"))
        #expect(try await room.database.connection(of: account) == nil)
        await #expect(throws: ActionError.self, "by a token of another neither") {
            try await ConnectAccount(account, server: Self.social, userName: "", secret: "t", isConfirmed: true)
                .perform(in: room.organisation, by: .user(ida))
        }
        connected.networks.name(Self.social, [])
        let unsure = try await begin(account, room, by: ida, server: Self.social)
        guard case .choose(account) = try await finish(unsure, room, by: ida) else {
            Issue.record("Nobody was asked")
            return
        }
        #expect(try await room.database.connection(of: account) == nil)
        let only = try await room.organisation.joinable(account, for: ida)
        #expect(only.map(\.name) == ["@school@social.quay.example, https://social.quay.example"])
        try await ChooseJoined(account, choice: only[0].id).perform(in: room.organisation, by: .user(ida))
        #expect(try await room.database.connection(of: account)?.server == Self.social)
    }

    @Test("by a form too a person says whether it is the one, and what nobody chose goes when its time is over")
    func byForm() async throws {
        let connected = try await ConnectedRoom()
        let (room, ida) = (connected.room, try await connected.room.administrator())
        let account = try await AddAccount(
            school: room.school, name: "Quay’s sky", network: .bluesky, handle: "quay.example"
        ).perform(in: room.organisation, by: .user(room.slt))
        let connect = {
            try await ConnectAccount(account, server: Self.social, userName: "quay.example", secret: "p w d")
                .perform(in: room.organisation, by: .user(ida))
        }
        guard case .choose = try await connect() else {
            Issue.record("Nobody was asked")
            return
        }
        #expect(try await room.database.connection(of: account) == nil)
        let only = try await room.organisation.joinable(account, for: ida)
        #expect(only.map(\.name) == ["@school@social.quay.example, https://social.quay.example"])
        room.scratch.pass(Joining.lasts + 1)
        #expect(try await NetworkWork().isDue(in: room.organisation))
        try await NetworkWork().perform(in: room.organisation)
        #expect(try await room.database.nextJoiningLapse() == nil)
        _ = try await connect()
        try await ChooseJoined(account, choice: "quay.example").perform(in: room.organisation, by: .user(ida))
        #expect(try await room.database.connection(of: account)?.server == Self.social)
        connected.networks.name(Self.social, ["quay.example"])
        guard case .joined = try await connect() else {
            Issue.record("What can be compared was asked")
            return
        }
    }

    @Test("what one joining offers to choose from is never put before another")
    func twoAtOnce() async throws {
        let connected = try await ConnectedRoom()
        let (room, ida) = (connected.room, try await connected.room.administrator())
        let account = try await mastodon(in: room)
        let joining = { (browser: String) in
            Joining(
                account: account, user: ida, server: Self.social, userName: "", browserHash: tokenHash(browser),
                verifier: String(repeating: "v", count: 43), app: Data(repeating: 1, count: 40))
        }
        let (first, second) = (joining("one"), joining("two"))
        try await room.database.keep { try $0.begin(first, stateHash: tokenHash("s1")) }
        _ = try #require(try await room.database.keep { try $0.takeJoining(stateHash: tokenHash("s1")) })
        try await room.database.keep { try $0.begin(second, stateHash: tokenHash("s2")) }
        #expect(try await room.database.keep { try !$0.keepChoices(Data(repeating: 2, count: 40), of: first) })
        #expect(try await room.database.joiningToChoose(account, since: room.now - 60) == nil)
        try await room.database.keep { try $0.end(first) }
        #expect(try await room.database.keep { try $0.keepChoices(Data(repeating: 3, count: 40), of: second) })
        #expect(
            try await room.database.joiningToChoose(account, since: room.now - 60)?.choices
                == Data(repeating: 3, count: 40))
    }

    @Test("a Mastodon account is joined on its server's page, and only once")
    func mastodon() async throws {
        let connected = try await ConnectedRoom(network: .mastodon)
        let (room, ida) = (connected.room, try await connected.room.administrator())
        let account = try await mastodon(in: room)
        connected.networks.name(Self.social, ["@quay@quay.example", Self.social + "/@quay"])
        let begun = try await begin(account, room, by: ida, server: "social.quay.example")
        guard case .joined(account) = try await finish(begun, room, by: ida) else {
            Issue.record("It was not joined")
            return
        }
        #expect(try await room.database.connection(of: account)?.server == Self.social)
        guard case .refused(nil, _) = try await finish(begun, room, by: ida) else {
            Issue.record("It counted twice")
            return
        }
    }

    @Test("what comes back in another browser, by somebody else, too late or refused joins nothing")
    func forged() async throws {
        let connected = try await ConnectedRoom(network: .mastodon)
        let (room, ida) = (connected.room, try await connected.room.administrator())
        let server = "social.quay.example"
        let before = try await room.database.connection(of: connected.website)
        for (browser, user) in [("another", ida), (nil, room.slt)] {
            let begun = try await begin(connected.website, room, by: ida, server: server)
            guard case .refused(connected.website, _) = try await finish(begun, room, by: user, browser: browser) else {
                Issue.record("It was joined")
                continue
            }
        }
        let late = try await begin(connected.website, room, by: ida, server: server)
        room.scratch.pass(16 * 60)
        guard case .refused(nil, _) = try await finish(late, room, by: ida) else {
            Issue.record("It was joined too late")
            return
        }
        let refused = try await begin(connected.website, room, by: ida, server: "refused.quay.example")
        guard case .refused(_, let says) = try await finish(refused, room, by: ida) else {
            Issue.record("It was joined")
            return
        }
        #expect(says.contains("was not allowed"))
        #expect(try await room.database.connection(of: connected.website) == before)
        await #expect(throws: ActionError.self, "who may not connect begins nothing") {
            _ = try await begin(connected.website, room, by: room.author, server: server)
        }
    }

    @Test("a Page is joined once an administrator has entered the school's app, and chosen where there are several")
    func facebook() async throws {
        let connected = try await ConnectedRoom()
        let (room, ida) = (connected.room, try await connected.room.administrator())
        await #expect(throws: ActionError.self, "no app yet") { _ = try await begin(room.facebook, room, by: ida) }
        await #expect(throws: ActionError.self, "administrators only") {
            try await EnterNetworkApp(.facebook, id: "1", secret: "s3cret-app").perform(
                in: room.organisation, by: .user(room.slt))
        }
        try await EnterNetworkApp(.facebook, id: "1", secret: "s3cret-app").perform(
            in: room.organisation, by: .user(ida))
        let kept = try #require(try await room.database.networkApp(.facebook))
        #expect(!kept.secret.contains(Data("s3cret-app".utf8)))
        let begun = try await begin(room.facebook, room, by: ida)
        guard case .choose(room.facebook) = try await finish(begun, room, by: ida) else {
            Issue.record("There was nothing to choose")
            return
        }
        #expect(try await room.organisation.joinable(room.facebook, for: room.slt).isEmpty)
        #expect(try await room.organisation.joinable(room.facebook, for: ida).map(\.id) == ["1001", "1002"])
        await #expect(throws: ActionError.self) {
            try await ChooseJoined(room.facebook, choice: "7").perform(in: room.organisation, by: .user(ida))
        }
        connected.networks.name("https://facebook.example", ["1001", "https://www.facebook.com/ourfriends"])
        await #expect(throws: ActionError.self, "it stands in the register under another address") {
            try await ChooseJoined(room.facebook, choice: "1001").perform(in: room.organisation, by: .user(ida))
        }
        connected.networks.name("https://facebook.example", ["1001", "https://www.facebook.com/QuayExample"])
        try await ChooseJoined(room.facebook, choice: "1001").perform(in: room.organisation, by: .user(ida))
        let connection = try #require(try await room.database.connection(of: room.facebook))
        #expect(connection.identity == "Our school" && connection.userName == "1001")
        #expect(try await room.organisation.joinable(room.facebook, for: ida).isEmpty)
        // all that is sealed is sealed anew with a new key, these too
        #expect(try await ResealSecrets().perform(in: room.organisation).lost.isEmpty)
    }

    @Test("a permission that runs out soon is named to whoever can renew it, before it does and once")
    func ending() async throws {
        let connected = try await ConnectedRoom()
        let (room, ida) = (connected.room, try await connected.room.administrator())
        let ends = room.now + 20 * 86_400
        connected.networks.end(ConnectedRoom.server, at: ends)
        let kinds = { try await room.taskKinds(of: ida).filter { $0 == .reconnectAccount } }
        try await CheckConnection().check(connected.website, in: room.organisation)
        #expect(try await kinds().isEmpty)
        room.scratch.pass(7 * 86_400)
        for _ in 0..<3 { try await CheckConnection().check(connected.website, in: room.organisation) }
        let task = try #require(try await room.database.tasks(of: ida).first { $0.kind == .reconnectAccount })
        #expect(try await kinds().count == 1)
        #expect(task.due.map { $0 <= ends } == true && task.rule.contains("runs out on"))
        #expect(try await room.database.connection(of: connected.website)?.brokenSince == nil, "it goes out still")
        connected.networks.end(ConnectedRoom.server, at: ends + 60 * 86_400)
        try await CheckConnection().check(connected.website, in: room.organisation)
        #expect(try await kinds().isEmpty)
    }
}
