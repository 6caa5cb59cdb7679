import Crypto
import Foundation
import Governance
import Synchronization

/// A sign-in provider in the program's own memory, for tests: it signs what it is told to, right or wrong, and asks
/// nothing outside. Its issuer is of a domain that can never be (RFC 6761), so that nobody signs in with it for good.
///
/// It answers as its properties say: `error` refuses the next codes and refresh tokens with that word, `isDown` answers
/// nothing, `hideKeys` keeps its keys back, `document` overrides what discovery says, `changeKey()` signs with another key from then on.
package final class PretendProvider: WebClient {
    package static let issuer = "https://id.school.invalid"
    package static let clientID = "chaperone-client"

    private struct State {
        var key = P256.Signing.PrivateKey()
        var keyName = "key-1"
        var document: [String: String] = [:]
        var token = ""
        var refreshToken: String?
        var error: String?
        var isDown = false
        var hidesKeys = false
        var asked: [WebRequest] = []
    }
    private let state = Mutex(State())

    package init() {}

    /// As an administrator would enter it.
    package static var settings: SignInProvider { SignInProvider(.other, address: issuer, clientID: clientID) }

    /// What it was asked, in order.
    package var asked: [WebRequest] { state.withLock { $0.asked } }

    /// What it gives for the next codes.
    package func give(_ token: String, refreshToken: String? = nil) {
        state.withLock { ($0.token, $0.refreshToken) = (token, refreshToken) }
    }

    package func refuse(_ error: String?) { state.withLock { $0.error = error } }
    package func goDown(_ isDown: Bool = true) { state.withLock { $0.isDown = isDown } }
    package func hideKeys(_ hides: Bool = true) { state.withLock { $0.hidesKeys = hides } }
    package func say(_ name: String, _ value: String) { state.withLock { $0.document[name] = value } }
    package func changeKey() {
        state.withLock { state in
            state.key = P256.Signing.PrivateKey()
            state.keyName += "+"
        }
    }

    package func answer(to request: WebRequest) async throws(WebTrouble) -> WebAnswer {
        let state = self.state.withLock { state in
            state.asked.append(request)
            return (
                key: state.key, name: state.keyName, document: state.document, token: state.token,
                refreshToken: state.refreshToken, error: state.error, isDown: state.isDown,
                hidesKeys: state.hidesKeys
            )
        }
        if state.isDown { throw .unreachable }
        switch request.address {
        // of whatever issuer its document then says it is
        case let address where address.hasSuffix("/.well-known/openid-configuration"):
            let document = [
                "issuer": Self.issuer, "authorization_endpoint": Self.issuer + "/authorise",
                "token_endpoint": Self.issuer + "/token", "jwks_uri": Self.issuer + "/keys",
            ].merging(state.document) { $1 }
            return Self.json(document)
        case Self.issuer + "/keys":
            if state.hidesKeys { throw .unreachable }
            let point = state.key.publicKey.x963Representation
            let key = [
                "kty": "EC", "crv": "P-256", "use": "sig", "kid": state.name, "alg": "ES256",
                "x": Self.url(point[1..<33]), "y": Self.url(point[33..<65]),
            ]
            return Self.json(["keys": [key, ["kty": "oct", "k": "c2VjcmV0", "kid": "shared"]]])
        case Self.issuer + "/token":
            if let error = state.error { return Self.json(["error": error], status: 400) }
            var answer = ["access_token": "x", "id_token": state.token]
            answer["refresh_token"] = state.refreshToken
            return Self.json(answer)
        default: return WebAnswer(status: 404, body: Data())
        }
    }

    /// A token of these claims, signed with its key. Claims of JSON's own kinds only.
    package func token(_ claims: [String: any Sendable], header: [String: String] = [:]) throws -> String {
        let (key, name) = state.withLock { ($0.key, $0.keyName) }
        let head = try JSONSerialization.data(
            withJSONObject: ["alg": "ES256", "kid": name].merging(header) { $1 })
        let body = try JSONSerialization.data(withJSONObject: claims)
        let signed = Self.url(head) + "." + Self.url(body)
        return signed + "." + Self.url(try key.signature(for: Data(signed.utf8)).rawRepresentation)
    }

    /// What a right token claims.
    package static func claims(_ nonce: String?, at now: Date) -> [String: any Sendable] {
        var claims: [String: any Sendable] = [
            "iss": issuer, "sub": "subject-7", "aud": clientID, "exp": now.timeIntervalSince1970 + 300,
            "iat": now.timeIntervalSince1970, "email": "Sam.Poe@School.example", "name": "Sam Poe",
        ]
        claims["nonce"] = nonce
        return claims
    }

    private static func json(_ value: Any, status: Int = 200) -> WebAnswer {
        WebAnswer(status: status, body: (try? JSONSerialization.data(withJSONObject: value)) ?? Data())
    }

    package static func url(_ bytes: Data) -> String {
        bytes.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
