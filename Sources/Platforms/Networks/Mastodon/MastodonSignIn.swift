import Foundation
import Governance

/// Joins an account on a Mastodon server: this program is made known there, the person allows it in their browser, and the
/// code that comes back is given for a token (OAuth 2.0 with PKCE; docs.joinmastodon.org/methods/oauth).
package struct MastodonSignIn: NetworkSignIn {
    private let server: String
    private let asking: NetworkAsking

    package init(server: String, web: any WebClient, clock: @escaping @Sendable () -> Date = { Date() }) throws {
        self.server = try ServerAddress.read(server)
        asking = NetworkAsking(web: web, clock: clock)
    }

    package func register(back: String, website: String?) async throws -> NetworkApp {
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
        return NetworkApp(id: id, secret: secret)
    }

    package func address(of app: NetworkApp, back: String, state: String, verifier: String) -> String {
        let fields = [
            ("response_type", "code"), ("client_id", app.id), ("redirect_uri", back),
            ("scope", MastodonConnection.scopes), ("state", state),
            ("code_challenge", OpenIDConnect.challenge(of: verifier)), ("code_challenge_method", "S256"),
        ]
        return authorisation(server + "/oauth/authorize", fields)
    }

    package func accounts(
        of app: NetworkApp, code: String, back: String, verifier: String
    ) async throws -> [JoinableAccount] {
        let form = [
            ("grant_type", "authorization_code"), ("code", code), ("client_id", app.id),
            ("client_secret", app.secret), ("redirect_uri", back), ("code_verifier", verifier),
        ]
        let exchange = TokenExchange(asking: asking, network: .mastodon)
        let (secret, allowed) = try await exchange.secret(
            by: WebRequest(server + "/oauth/token", form: form.map { (name: $0.0, value: $0.1) }))
        try exchange.require(allowed)
        let answer = try await asking.answer(
            to: WebRequest(
                server + "/api/v1/accounts/verify_credentials", authorisation: "Bearer " + (secret.token ?? "")))
        let me = ReadJSON(answer.body)
        guard answer.isSuccess, let name = me["username"].text else {
            throw NetworkTrouble.notThisNetwork("No server that speaks as Mastodon answers at this address")
        }
        // the name by which a connection is known stays the server's own, so it is not kept beside the token
        return [JoinableAccount(id: "", name: "@" + name, secret: secret)]
    }
}
