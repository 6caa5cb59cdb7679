import Foundation
import Governance
import Platforms
import Store

extension Organisation {
    /// The provider, ready to be asked. Throws `SecretsTrouble` when its secret cannot be opened.
    func connect(_ kept: KeptProvider) throws -> OpenIDConnect {
        let secret = try installation.secrets.open(kept.secret, for: Self.providerPurpose)
        return OpenIDConnect(
            kept.provider, secret: String(decoding: secret, as: UTF8.self), web: installation.web,
            books: installation.providerBooks)
    }

    static let providerPurpose = "sign-in-provider"

    static func refreshPurpose(_ user: Identifier<User>) -> String { "refresh-token:\(user.text)" }

    /// The provider with which people sign in here; nil when there is none, or it is not switched on.
    package func providerInUse() async throws -> SignInProvider? {
        guard let kept = try await database.signInProvider(), kept.provider.isOn else { return nil }
        return kept.provider
    }
}

/// What an action says when the provider or its answer is in the way.
func providerSays(_ error: any Error) throws -> String {
    guard let trouble = error as? ProviderTrouble else { throw error }
    return trouble.says
}
