import Foundation
import Governance
import Store

/// Makes the one-time token with which the first visitor sets up an organisation; the console prints it.
package struct BeginInstallation: Sendable {
    package init() {}

    /// The token, only its hash is kept; nil when there is an organisation already and none is asked for.
    ///
    /// - Parameter another: make one though there is an organisation already.
    package func perform(in installation: Installation, another: Bool = false) async throws -> String? {
        let isFirst = try await installation.organisations().isEmpty
        guard isFirst || another else { return nil }
        let token = Randomness.system.secret()
        try await installation.database.keepSetUpToken(hash: tokenHash(token))
        return token
    }
}

extension Installation {
    /// Whether this is the token that the console printed last, and it has not been used.
    package func isSetUpToken(_ token: String) async throws -> Bool {
        try await database.isSetUpToken(hash: Self.setUpTokenHash(token))
    }

    /// Of a code as a person types it.
    static func setUpTokenHash(_ token: String) -> Data {
        tokenHash(token.trimmingCharacters(in: .whitespacesAndNewlines).lowercased())
    }
}
