import Foundation
import Governance

/// How a network knows this program: what it calls the app, and the app's own secret.
package struct NetworkApp: Sendable, Equatable, Codable, CustomStringConvertible {
    package var id: String
    package var secret: String

    package init(id: String, secret: String) {
        self.id = id
        self.secret = secret
    }

    package var description: String { "an app" }
}

/// An account that whoever signed in on the network may have posts go out on.
package struct JoinableAccount: Sendable, Equatable, Codable {
    /// How the network tells it from others.
    package var id: String
    package var name: String
    package var secret: ConnectionSecret

    package init(id: String, name: String, secret: ConnectionSecret) {
        self.id = id
        self.name = name
        self.secret = secret
    }
}

/// Joins an account by the browser of whoever runs it: the network asks them on its own page, sends the browser back with a
/// code, and the code is given for a token (OAuth 2.0, RFC 6749, 4.1). Everything throws `NetworkTrouble`.
package protocol NetworkSignIn: Sendable {
    /// Tells the server of this program, where each server is told. Throws `.cannot` where an app is made by hand.
    /// - Parameters:
    ///   - back: the address of this program to which the browser comes back.
    ///   - website: the address of this program.
    func register(back: String, website: String?) async throws -> NetworkApp
    /// Where the browser is sent.
    /// - Parameter verifier: the secret that proves afterwards who began (RFC 7636), where the network takes one.
    func address(of app: NetworkApp, back: String, state: String, verifier: String) -> String
    /// What was allowed, with what signs in for each; empty where whoever signed in runs no account there. Throws
    /// `.notPermitted` where less was allowed than asked.
    func accounts(of app: NetworkApp, code: String, back: String, verifier: String) async throws -> [JoinableAccount]
}

extension NetworkSignIn {
    package func register(back: String, website: String?) async throws -> NetworkApp {
        throw NetworkTrouble.cannot("An administrator has to make an app on this network first, and enter it here")
    }
}

/// Codes and refresh tokens given for tokens (RFC 6749, 4.1.3 and 6).
struct TokenExchange: Sendable {
    let asking: NetworkAsking
    /// For the person: how the network is called.
    let network: Network

    /// - Returns: the secret, and which permissions it carries where the network says so.
    func secret(
        by request: WebRequest, keeping old: ConnectionSecret? = nil
    ) async throws(NetworkTrouble) -> (secret: ConnectionSecret, allowed: Set<String>?) {
        let answer = try await asking.answer(to: request)
        let json = ReadJSON(answer.body)
        guard answer.isSuccess, let token = json["access_token"].text else { throw trouble(json) }
        let now = asking.clock()
        let seconds = { (name: String) in json[name].number.map { now + Double($0) } }
        let secret = ConnectionSecret(
            token: token, refreshToken: json["refresh_token"].text ?? old?.refreshToken,
            tokenEnds: seconds("expires_in"),
            permissionEnds: seconds("refresh_token_expires_in") ?? old?.permissionEnds)
        asking.hide([secret.token, secret.refreshToken])
        let scopes = json["scope"].text?.split { $0 == " " || $0 == "," }.map(String.init)
        return (secret, scopes.map { Set($0) })
    }

    /// Whoever allows less than was asked is told what is missing.
    func require(_ allowed: Set<String>?) throws(NetworkTrouble) {
        guard let allowed else { return }
        let missing = (network.wayToConnect?.permissions ?? []).filter { !allowed.contains($0.name) }
        guard missing.isEmpty else {
            throw .notPermitted(
                "\(missing.map(\.name).joined(separator: ", ")) was not allowed. Allow everything asked")
        }
    }

    private func trouble(_ json: ReadJSON) -> NetworkTrouble {
        // Facebook and Instagram say it in their own way
        let words = asking.plain(
            json["error_description"].text ?? json["error"]["message"].text ?? json["error_message"].text)
        switch json["error"].text {
        case "invalid_grant", "invalid_request": return .permissionEnded
        case "invalid_client", "unauthorized_client":
            return .notPermitted("\(network.title) does not know the app by the ID and the secret that were entered")
        default: return .refused(words)
        }
    }
}

/// What a network's authorisation page is given.
func authorisation(_ address: String, _ fields: [(String, String)]) -> String {
    address + "?" + FormText.text(fields.map { (name: $0.0, value: $0.1) })
}
