import Foundation
import Governance

/// Joins an account on a Mastodon server: this program is made known there, the person allows it in their browser, and the
/// code that comes back is given for a token (OAuth 2.0 with PKCE; docs.joinmastodon.org/methods/oauth).
package struct MastodonSignIn: Sendable {
    private let server: String
    private let asking: NetworkAsking

    package init(server: String, web: any WebClient, clock: @escaping @Sendable () -> Date = { Date() }) throws {
        self.server = try ServerAddress.read(server)
        asking = NetworkAsking(web: web, clock: clock)
    }

    /// How a server knows this program.
    package struct Client: Sendable, Equatable, Codable {
        package var server: String
        package var id: String
        package var secret: String
    }

    /// - Parameter back: the address of this program to which the browser comes back.
    package func register(back: String, website: String?) async throws -> Client {
        var form = [
            (name: "client_name", value: "Chaperone"), (name: "redirect_uris", value: back),
            (name: "scopes", value: MastodonConnection.scopes),
        ]
        if let website { form.append((name: "website", value: website)) }
        let answer = try await asking.answer(to: WebRequest(server + "/api/v1/apps", form: form))
        let json = ReadJSON(answer.body)
        guard answer.isSuccess, let id = json["client_id"].text, let secret = json["client_secret"].text else {
            throw NetworkTrouble.notThisNetwork("No server that speaks as Mastodon answers at this address")
        }
        return Client(server: server, id: id, secret: secret)
    }

    /// Where the browser is sent.
    package func address(of client: Client, back: String, state: String, verifier: String) -> String {
        let fields = [
            ("response_type", "code"), ("client_id", client.id), ("redirect_uri", back),
            ("scope", MastodonConnection.scopes), ("state", state),
            ("code_challenge", OpenIDConnect.challenge(of: verifier)), ("code_challenge_method", "S256"),
        ]
        return server + "/oauth/authorize?" + FormText.text(fields.map { (name: $0.0, value: $0.1) })
    }

    package func secret(of client: Client, code: String, back: String, verifier: String) async throws
        -> ConnectionSecret
    {
        let form = [
            ("grant_type", "authorization_code"), ("code", code), ("client_id", client.id),
            ("client_secret", client.secret), ("redirect_uri", back), ("code_verifier", verifier),
        ]
        let answer = try await asking.answer(
            to: WebRequest(server + "/oauth/token", form: form.map { (name: $0.0, value: $0.1) }))
        guard answer.isSuccess, let token = ReadJSON(answer.body)["access_token"].text else {
            throw NetworkTrouble.refused(asking.plain(ReadJSON(answer.body)["error_description"].text))
        }
        return ConnectionSecret(token: token)
    }
}
