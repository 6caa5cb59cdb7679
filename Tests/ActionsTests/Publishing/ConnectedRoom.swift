import Governance
import Platforms
import Reading
import Store

@testable import Actions

/// One school whose website, Mastodon and Bluesky accounts are connected to pretended networks.
struct ConnectedRoom {
    let room: PostRoom
    let networks: PretendNetworks
    let website: Identifier<PostingAccount>

    static let server = "https://www.quay.example"

    init(
        _ policy: String = "LINK", network: Network = .website, details: AccountDetails = AccountDetails()
    ) async throws {
        let networks = PretendNetworks()
        room = try await PostRoom(policy, networks: networks)
        self.networks = networks
        website = try await AddAccount(
            school: room.school, name: "Quay’s own", network: network, handle: "www.quay.example", details: details
        ).perform(in: room.organisation, by: .user(room.slt))
        try await connect()
    }

    func connect() async throws {
        let account = try await room.database.officialAccount(website)?.account
        guard account?.network != .linkedin, account?.network != .x else {
            // which are joined on their own pages
            return try await room.organisation.join(
                website, server: Self.server, userName: "1", secret: ConnectionSecret(token: "t"), isConfirmed: true,
                by: .user(room.administrator()))
        }
        try await ConnectAccount(
            website, server: "www.quay.example/", userName: "author", secret: "p w d", isConfirmed: true
        ).perform(in: room.organisation, by: .user(room.administrator()))
    }

    /// Approved, and its time has come.
    func due(_ text: String = cleanText) async throws -> Identifier<Post> {
        let post = try await room.start(room.draft(text, at: [website]))
        try await room.send(post)
        try await room.approve(post)
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        return post
    }

    @discardableResult
    func send() async throws -> SendPost.Outcome { try await SendPost().perform(in: room.organisation) }

    var texts: [String] { networks.posts(on: Self.server).map(\.text) }
}

extension PostRoom {
    func administrator() async throws -> Identifier<User> {
        try await organisation.user(email: "ida@school.example").id
    }
}
