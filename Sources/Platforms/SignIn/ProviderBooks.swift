import Foundation
import JWTKit

/// What providers said of themselves and their keys, kept for a time so that not every sign-in asks again.
package actor ProviderBooks {
    private static let lasts: TimeInterval = 3600
    /// However many tokens name keys that nobody knows, the provider is asked for them only so often.
    private static let rest: TimeInterval = 20

    private var documents: [String: (document: ProviderDocument, at: Date)] = [:]
    private var keys: [String: (keys: JWKS, at: Date, askedAgainAt: Date)] = [:]

    package init() {}

    /// Forgets everything of a provider, after its settings changed.
    package func forget(_ issuer: String) {
        documents[issuer] = nil
        keys[issuer] = nil
    }

    func document(of issuer: String, with web: any WebClient) async throws -> ProviderDocument {
        if let kept = documents[issuer], abs(kept.at.timeIntervalSinceNow) < Self.lasts { return kept.document }
        let document = try await ProviderDocument.fetched(issuer, with: web)
        documents[issuer] = (document, .now)
        return document
    }

    /// The provider's keys; asked for once more where the one that is named is not among those kept, since providers
    /// change them.
    func keys(of issuer: String, naming name: String?, with web: any WebClient) async throws -> JWKS {
        var askedAgainAt = Date.distantPast
        if let kept = keys[issuer], abs(kept.at.timeIntervalSinceNow) < Self.lasts {
            let isKnown = name == nil || kept.keys.keys.contains { $0.keyIdentifier?.string == name }
            if isKnown || abs(kept.askedAgainAt.timeIntervalSinceNow) < Self.rest { return kept.keys }
            askedAgainAt = .now
        }
        let address = try await document(of: issuer, with: web).jwksURI
        let answer: WebAnswer
        do { answer = try await web.answer(to: WebRequest(address)) } catch {
            throw ProviderTrouble(error)
        }
        guard answer.status == 200, let fresh = Self.readable(answer.body) else { throw ProviderTrouble.unreachable }
        keys[issuer] = (fresh, .now, askedAgainAt)
        return fresh
    }

    /// Only keys that sign and whose other half stays with the provider; of kinds that are not known here, none.
    private static func readable(_ bytes: Data) -> JWKS? {
        guard let set = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any],
            let all = set["keys"] as? [[String: Any]]
        else { return nil }
        let keys = all.compactMap { key -> JWK? in
            guard ["RSA", "EC"].contains(key["kty"] as? String), (key["use"] as? String ?? "sig") == "sig",
                let bytes = try? JSONSerialization.data(withJSONObject: key)
            else { return nil }
            return try? JSONDecoder().decode(JWK.self, from: bytes)
        }
        return JWKS(keys: keys)
    }
}
