import Foundation
import GRDB
import Governance
import Store

extension OrganisationDatabase {
    package func recoveryCodesLeftShown(to user: Identifier<User>) async throws -> Int {
        try await recoveryCodesLeft(of: user)
    }

    /// Whether somebody has one-time codes.
    package func hasCodes(_ user: Identifier<User>) async throws -> Bool { try await oneTimeCode(of: user) != nil }

    /// The provider that was entered, without its secret, and when it was tried; nil when there is none.
    package func providerEntered() async throws -> (provider: SignInProvider, triedAt: Date?)? {
        try await signInProvider().map { ($0.provider, $0.triedAt) }
    }

    /// Who is bound to a provider, with since when.
    package func boundUsers() async throws -> [Identifier<User>: Date] {
        try await read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT user, max(boundAt) FROM providerIdentity GROUP BY user")
            return Dictionary(
                uniqueKeysWithValues: rows.map { (Identifier($0[0] as String), Date(milliseconds: $0[1])) })
        }
    }
}
