import Foundation
import Governance
import Synchronization
import Testing

@testable import Platforms

/// A server whose account follows three others, told on two pages: as docs.joinmastodon.org, methods/accounts, Get account's
/// following has it, and the lexicon app.bsky.graph.getFollows.
private struct FollowingServer: WebClient {
    func answer(to request: WebRequest) async throws(WebTrouble) -> WebAnswer {
        let address = request.address
        var headers: [(name: String, value: String)] = []
        let body: String
        if address.contains("verify_credentials") {
            body = #"{"id": "7", "username": "school"}"#
        } else if address.contains("accounts/7/following"), !address.contains("max_id=") {
            headers = [
                (name: "Link", value: "<https://social.example/api/v1/accounts/7/following?max_id=41>; rel=\"next\"")
            ]
            body =
                #"[{"acct": "jt", "display_name": "Jamie Thornton"},"#
                + #" {"acct": "m@museum.example", "display_name": ""}]"#
        } else if address.contains("max_id=41") {
            body = #"[{"acct": "town@council.example", "display_name": "The Town"}]"#
        } else if address.contains("getFollows"), !address.contains("cursor=") {
            body = #"{"follows": [{"handle": "jt.example", "displayName": "Jamie Thornton"}], "cursor": "c2"}"#
        } else if address.contains("cursor=c2") {
            body = #"{"follows": [{"handle": "town.example"}]}"#
        } else {
            body =
                #"{"accessJwt": "a", "refreshJwt": "r", "did": "did:plc:1", "handle": "school.example","#
                + #" "active": true}"#
        }
        return WebAnswer(
            status: 200, body: Data(body.utf8), headers: headers + [(name: "Content-Type", value: "application/json")])
    }
}

/// A server that has always one more page, with nobody on it.
private final class EndlessServer: WebClient {
    let asked = Mutex(0)

    func answer(to request: WebRequest) async throws(WebTrouble) -> WebAnswer {
        let number = asked.withLock { count in
            count += 1
            return count
        }
        let link = "<https://social.example/api/v1/accounts/7/following?max_id=\(number)>; rel=\"next\""
        let body =
            request.address.contains("/following")
            ? #"[{"id": "1"}]"#
            : #"{"id": "7", "username": "school", "accessJwt": "a", "refreshJwt": "r", "did": "did:plc:1", "#
                + #""handle": "school.example", "active": true, "follows": [], "cursor": "c\#(number)"}"#
        return WebAnswer(status: 200, body: Data(body.utf8), headers: [(name: "Link", value: link)])
    }
}

@Suite("Whom an account follows") struct FollowingTests {
    @Test("is read page by page from a server that speaks as Mastodon")
    func mastodon() async throws {
        let connection = try MastodonConnection(server: "https://social.example", token: "t", web: FollowingServer())
        #expect(
            try await connection.following() == [
                FollowedAccount(handle: "@jt", name: "Jamie Thornton"),
                FollowedAccount(handle: "@m@museum.example", name: ""),
                FollowedAccount(handle: "@town@council.example", name: "The Town"),
            ])
    }

    @Test("comes to an end on a server that always has another page", .timeLimit(.minutes(20)))
    func endless() async throws {
        let server = EndlessServer()
        let mastodon = try MastodonConnection(server: "https://social.example", token: "t", web: server)
        #expect(try await mastodon.following().isEmpty)
        let bluesky = try BlueskyConnection(
            server: "https://pds.example", userName: "school.example", secret: ConnectionSecret(password: "p"),
            web: server)
        #expect(try await bluesky.following().isEmpty)
        #expect(server.asked.withLock(\.self) < 250)
    }

    @Test("and from a server of the AT Protocol")
    func bluesky() async throws {
        let connection = try BlueskyConnection(
            server: "https://pds.example", userName: "school.example", secret: ConnectionSecret(password: "p"),
            web: FollowingServer())
        #expect(
            try await connection.following() == [
                FollowedAccount(handle: "@jt.example", name: "Jamie Thornton"),
                FollowedAccount(handle: "@town.example", name: ""),
            ])
    }
}
