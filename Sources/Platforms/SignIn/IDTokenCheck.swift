import Foundation
import Governance
import JWTKit

/// Checks an ID token as OpenID Connect Core 1.0, 3.1.3.7 asks.
struct IDTokenCheck: Sendable {
    let provider: SignInProvider
    /// Nil when the token was refreshed: OpenID Connect Core 1.0, 12.2.
    let nonce: String?
    let now: Date

    /// Clocks differ by so much.
    static let leeway: TimeInterval = 120
    /// Signed with a key whose other half only the provider has; “none” and shared keys are not among them.
    static let algorithms: Set<String> = [
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512",
    ]

    /// The key that the token names, before anything in it is believed; nil when it names none.
    static func keyName(of token: String) throws(ProviderTrouble) -> String? { try header(of: token).kid }

    private static func header(of token: String) throws(ProviderTrouble) -> Header {
        guard let part = token.split(separator: ".", omittingEmptySubsequences: false).first,
            let bytes = decoded(part), let header = try? JSONDecoder().decode(Header.self, from: bytes)
        else { throw .token(.unreadable) }
        guard algorithms.contains(header.alg) else { throw .token(.algorithm) }
        return header
    }

    func identity(in token: String, keys: JWKS) async throws(ProviderTrouble) -> ProvenIdentity {
        let header = try Self.header(of: token)
        let name = header.kid
        // with several keys and no name there is no telling which; with a name only that one counts
        let candidates = keys.keys.filter { name == nil || $0.keyIdentifier?.string == name }
        guard candidates.count == 1, var key = candidates.first else { throw .token(.key) }
        if let algorithm = key.algorithm, algorithm.rawValue != header.alg { throw .token(.signature) }
        if key.keyIdentifier == nil { key.keyIdentifier = JWKIdentifier(string: "only") }
        let claims: Claims
        do {
            let collection = JWTKeyCollection()
            try await collection.add(jwk: key)
            claims = try await collection.verify(token, as: Claims.self)
        } catch { throw .token(.signature) }
        return try proven(claims, groups: groups(in: token))
    }

    private func proven(_ claims: Claims, groups: [String]?) throws(ProviderTrouble) -> ProvenIdentity {
        guard claims.iss == provider.issuer else { throw .token(.issuer) }
        let audience = claims.aud.all
        guard audience.contains(provider.clientID) else { throw .token(.audience) }
        guard audience.count == 1 || claims.azp != nil else { throw .token(.party) }
        if let party = claims.azp, party != provider.clientID { throw .token(.party) }
        guard now.timeIntervalSince1970 < claims.exp + Self.leeway else { throw .token(.expired) }
        for begin in [claims.nbf, claims.iat].compactMap(\.self)
        where begin > now.timeIntervalSince1970 + Self.leeway {
            throw .token(.early)
        }
        if let nonce, claims.nonce != nonce { throw .token(.nonce) }
        guard !claims.sub.isEmpty, claims.sub.count <= 255 else { throw .token(.subject) }
        if provider.kind == .google, claims.hd?.lowercased() != provider.hostedDomain { throw .token(.domain) }
        // at Microsoft whoever keeps an entry may write any address into it; only xms_edov says whose its domain is
        let verified = provider.kind == .microsoft ? claims.domainOwnerVerified : claims.emailVerified
        return ProvenIdentity(
            issuer: claims.iss, subject: claims.sub, email: claims.email, isEmailVerified: verified?.isTrue ?? false,
            name: claims.name, groups: groups)
    }

    /// Read from what the signature covers, under the name that the settings give; a list that was too long for the token
    /// is not there, and so says nothing.
    private func groups(in token: String) -> [String]? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let bytes = Self.decoded(parts[1]),
            let all = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any]
        else { return nil }
        return (all[provider.groupsClaim] as? [Any])?.compactMap { $0 as? String }
    }

    private static func decoded(_ part: Substring) -> Data? {
        var text = part.replacing("-", with: "+").replacing("_", with: "/")
        text += String(repeating: "=", count: (4 - text.count % 4) % 4)
        return Data(base64Encoded: String(text))
    }

    private struct Header: Decodable {
        let alg: String
        let kid: String?
    }

    /// What is read of a token; times in seconds, by some providers with a fraction.
    private struct Claims: JWTPayload {
        let iss: String
        let sub: String
        let aud: Audience
        let azp: String?
        let exp: Double
        let iat: Double?
        let nbf: Double?
        let nonce: String?
        let email: String?
        let emailVerified: Truth?
        /// Microsoft's: whether the domain of the address belongs to the tenant.
        let domainOwnerVerified: Truth?
        let name: String?
        /// Google's: the domain of a Workspace account.
        let hd: String?

        private enum CodingKeys: String, CodingKey {
            case iss, sub, aud, azp, exp, iat, nbf, nonce, email, name, hd
            case emailVerified = "email_verified"
            case domainOwnerVerified = "xms_edov"
        }

        func verify(using _: some JWTAlgorithm) async throws {}
    }

    /// One or several: OpenID Connect Core 1.0, 2.
    private struct Audience: Codable {
        let all: [String]
        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let one = try? container.decode(String.self) {
                all = [one]
            } else {
                all = try container.decode([String].self)
            }
        }
        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(all)
        }
    }

    /// A flag, which some providers write as a word or a number.
    private struct Truth: Codable {
        let isTrue: Bool
        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let flag = try? container.decode(Bool.self) {
                isTrue = flag
            } else if let word = try? container.decode(String.self) {
                isTrue = word.lowercased() == "true" || word == "1"
            } else {
                isTrue = (try? container.decode(Int.self)) == 1
            }
        }
        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(isTrue)
        }
    }
}
