import Crypto
import Foundation
import Governance
import JWTKit

/// Signs people in with a provider: the authorisation code with PKCE (RFC 7636), OpenID Connect Core 1.0, 3.1.
package struct OpenIDConnect: Sendable {
    package let provider: SignInProvider
    private let secret: String
    private let web: any WebClient
    private let books: ProviderBooks

    package init(_ provider: SignInProvider, secret: String, web: any WebClient, books: ProviderBooks) {
        self.provider = provider
        self.secret = secret
        self.web = web
        self.books = books
    }

    /// What comes back from the provider.
    package struct Grant: Sendable, Equatable {
        package let identity: ProvenIdentity
        /// With which it can be asked again whether the person is still there; nil when it gives none.
        package let refreshToken: String?
    }

    /// Where the browser is sent.
    /// - Parameters:
    ///   - back: the address of this program to which the provider sends it back.
    ///   - verifier: the secret that proves afterwards who began.
    ///   - choosing: whether the account is chosen there once more, also by whoever is signed in there: before it is bound,
    ///     so that nobody is bound to the account that somebody else left open.
    package func address(
        back: String, state: String, nonce: String, verifier: String, choosing: Bool = false
    ) async throws -> String {
        let document = try await books.document(of: provider.issuer, with: web)
        var scopes = ["openid", "profile", "email"]
        if provider.kind != .google, document.scopesSupported?.contains("offline_access") ?? true {
            scopes.append("offline_access")
        }
        if provider.kind == .other, document.scopesSupported?.contains("groups") ?? false { scopes.append("groups") }
        var fields = [
            ("response_type", "code"), ("client_id", provider.clientID), ("redirect_uri", back),
            ("scope", scopes.joined(separator: " ")), ("state", state), ("nonce", nonce),
            ("code_challenge", Self.challenge(of: verifier)), ("code_challenge_method", "S256"),
        ]
        switch provider.kind {
        case .google: fields += [("access_type", "offline"), ("hd", provider.hostedDomain ?? "")]
        case .microsoft, .other: break
        }
        if choosing || provider.kind == .microsoft {
            // Google gives a refresh token only with consent; once is asked, when the account is bound
            fields.append(("prompt", provider.kind == .google ? "select_account consent" : "select_account"))
        }
        let joint = document.authorizationEndpoint.contains("?") ? "&" : "?"
        return document.authorizationEndpoint + joint + FormText.text(fields.map { (name: $0.0, value: $0.1) })
    }

    static func challenge(of verifier: String) -> String {
        Data(SHA256.hash(data: Data(verifier.utf8))).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Takes the code to the provider, and checks the token that it gives for it.
    package func grant(code: String, back: String, verifier: String, nonce: String, now: Date) async throws -> Grant {
        let tokens = try await tokens(
            [
                ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", back),
                ("code_verifier", verifier),
            ])
        guard let token = tokens.idToken else { throw ProviderTrouble.token(.unreadable) }
        let identity = try await identity(in: token, nonce: nonce, now: now)
        return Grant(identity: identity, refreshToken: tokens.refreshToken)
    }

    /// What the provider gives for a refresh token.
    package struct Renewal: Sendable {
        /// To be kept before anything else is done: the one that was given for it may count no more.
        package let refreshToken: String
        /// Not looked at yet.
        fileprivate let idToken: String?
    }

    /// Asks whether a sign-in still stands. Throws `.refuses("invalid_grant")` when the provider takes it back. Everything
    /// that the answer needs is fetched before, so that no answer is lost for want of it.
    package func renewed(_ refreshToken: String) async throws -> Renewal {
        _ = try await books.keys(of: provider.issuer, naming: nil, with: web)
        let tokens = try await tokens([("grant_type", "refresh_token"), ("refresh_token", refreshToken)])
        return Renewal(refreshToken: tokens.refreshToken ?? refreshToken, idToken: tokens.idToken)
    }

    /// Who it is by now; nil where the provider does not say.
    package func identity(in renewal: Renewal, now: Date) async throws -> ProvenIdentity? {
        guard let token = renewal.idToken else { return nil }
        return try await identity(in: token, nonce: nil, now: now)
    }

    private func identity(in token: String, nonce: String?, now: Date) async throws -> ProvenIdentity {
        let check = IDTokenCheck(provider: provider, nonce: nonce, now: now)
        let keys = try await books.keys(of: provider.issuer, naming: IDTokenCheck.keyName(of: token), with: web)
        return try await check.identity(in: token, keys: keys)
    }

    private func tokens(_ fields: [(String, String)]) async throws -> Tokens {
        let document = try await books.document(of: provider.issuer, with: web)
        var form = fields.map { (name: $0.0, value: $0.1) }
        var authorisation: String?
        // RFC 6749, 2.3.1: each half is escaped before they are joined; every provider must take it so
        if document.tokenEndpointAuthMethodsSupported?.contains("client_secret_basic") ?? true {
            let pair = FormText.escaped(provider.clientID) + ":" + FormText.escaped(secret)
            authorisation = "Basic " + Data(pair.utf8).base64EncodedString()
        } else {
            form += [("client_id", provider.clientID), ("client_secret", secret)]
        }
        let answer: WebAnswer
        do {
            answer = try await web.answer(
                to: WebRequest(document.tokenEndpoint, form: form, authorisation: authorisation))
        } catch { throw ProviderTrouble(error) }
        if answer.status == 200, let tokens = try? JSONDecoder().decode(Tokens.self, from: answer.body) {
            return tokens
        }
        if (400..<500).contains(answer.status), let refusal = try? JSONDecoder().decode(Refusal.self, from: answer.body)
        {
            throw ProviderTrouble.refuses(refusal.error)
        }
        throw ProviderTrouble.unreachable
    }

    private struct Tokens: Decodable {
        let idToken: String?
        let refreshToken: String?
        private enum CodingKeys: String, CodingKey {
            case idToken = "id_token"
            case refreshToken = "refresh_token"
        }
    }

    private struct Refusal: Decodable {
        let error: String
    }
}
