import Foundation
import Governance

/// What a provider says of itself: OpenID Connect Discovery 1.0, 3.
struct ProviderDocument: Sendable, Decodable {
    let issuer: String
    let authorizationEndpoint: String
    let tokenEndpoint: String
    let jwksURI: String
    let scopesSupported: [String]?
    let codeChallengeMethodsSupported: [String]?
    let tokenEndpointAuthMethodsSupported: [String]?
    let idTokenSigningAlgValuesSupported: [String]?

    private enum CodingKeys: String, CodingKey {
        case issuer
        case authorizationEndpoint = "authorization_endpoint"
        case tokenEndpoint = "token_endpoint"
        case jwksURI = "jwks_uri"
        case scopesSupported = "scopes_supported"
        case codeChallengeMethodsSupported = "code_challenge_methods_supported"
        case tokenEndpointAuthMethodsSupported = "token_endpoint_auth_methods_supported"
        case idTokenSigningAlgValuesSupported = "id_token_signing_alg_values_supported"
    }

    /// Asks the provider; the name it gives itself must be the one that was entered, to the letter.
    static func fetched(_ issuer: String, with web: any WebClient) async throws -> ProviderDocument {
        guard SignInProvider.isAddress(issuer) else { throw ProviderTrouble.unsafeAddress }
        let base = issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer
        let answer: WebAnswer
        do { answer = try await web.answer(to: WebRequest(base + "/.well-known/openid-configuration")) } catch {
            throw ProviderTrouble(error)
        }
        guard answer.status == 200, let document = try? JSONDecoder().decode(Self.self, from: answer.body) else {
            throw ProviderTrouble.unreachable
        }
        guard document.issuer == issuer else { throw ProviderTrouble.otherIssuer(String(document.issuer.prefix(200))) }
        for address in [document.authorizationEndpoint, document.tokenEndpoint, document.jwksURI]
        where !SignInProvider.isAddress(String(address.prefix { $0 != "?" })) {
            throw ProviderTrouble.unsafeAddress
        }
        // a provider that says nothing of it may still do it; one that lists others does not
        if let methods = document.codeChallengeMethodsSupported, !methods.contains("S256") {
            throw ProviderTrouble.lacks("PKCE with S256")
        }
        if let algorithms = document.idTokenSigningAlgValuesSupported,
            Set(algorithms).isDisjoint(with: IDTokenCheck.algorithms)
        {
            throw ProviderTrouble.lacks("a signature that others can check (RS256 or ES256)")
        }
        return document
    }
}
