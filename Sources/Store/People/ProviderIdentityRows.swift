import Foundation
import GRDB
import Governance

/// A refresh token whose turn has come.
package struct DueProviderCheck: Sendable {
    package let user: Identifier<User>
    package let issuer: String
    /// Sealed.
    package let refreshToken: Data
}

extension WriteTransaction {
    package func user(issuer: String, subject: String) throws -> User? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT \(User.columns) FROM providerIdentity JOIN user ON user.id = providerIdentity.user
                WHERE issuer = ? AND subject = ?
                """, arguments: [issuer, subject]
        ).map(User.init)
    }

    package func identities(of user: Identifier<User>) throws -> [ProviderIdentity] {
        try Row.fetchAll(
            db, sql: "SELECT issuer, subject FROM providerIdentity WHERE user = ?", arguments: [user.text]
        ).map { ProviderIdentity(issuer: $0[0], subject: $0[1], user: user) }
    }

    package func insert(_ identity: ProviderIdentity) throws {
        try execute(
            "INSERT INTO providerIdentity (issuer, subject, user, boundAt) VALUES (?, ?, ?, ?)",
            [identity.issuer, identity.subject, identity.user.text, now.milliseconds])
    }

    /// Returns how many there were.
    package func removeIdentities(of user: Identifier<User>) throws -> Int {
        try execute("DELETE FROM providerIdentity WHERE user = ?", [user.text])
        let count = db.changesCount
        try removeCheck(of: user)
        return count
    }

    /// Asks the provider again at that time.
    package func keepCheck(
        of user: Identifier<User>, issuer: String, refreshToken: Data, due: Date
    ) throws {
        try execute(
            """
            INSERT INTO providerCheck (user, issuer, refreshToken, dueAt, checkedAt) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (user) DO UPDATE SET issuer = excluded.issuer, refreshToken = excluded.refreshToken,
                dueAt = excluded.dueAt, checkedAt = excluded.checkedAt
            """, [user.text, issuer, refreshToken, due.milliseconds, now.milliseconds])
    }

    package func removeCheck(of user: Identifier<User>) throws {
        try execute("DELETE FROM providerCheck WHERE user = ?", [user.text])
    }

    /// False when it holds another token than this sealed one.
    package func removeCheck(of user: Identifier<User>, holding sealed: Data) throws -> Bool {
        try execute("DELETE FROM providerCheck WHERE user = ? AND refreshToken = ?", [user.text, sealed])
        return db.changesCount == 1
    }
}

extension OrganisationDatabase {
    package func dueProviderChecks(most: Int) async throws -> [DueProviderCheck] {
        let now = clock.now
        return try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT providerCheck.user, issuer, refreshToken FROM providerCheck
                    JOIN user ON user.id = providerCheck.user
                    WHERE dueAt <= ? AND user.endedAt IS NULL ORDER BY dueAt LIMIT ?
                    """, arguments: [now.milliseconds, most]
            ).map { DueProviderCheck(user: Identifier($0[0]), issuer: $0[1], refreshToken: $0[2]) }
        }
    }

    /// The sealed refresh token of a user, for asking the provider at once; nil for someone without one.
    package func providerCheck(of user: Identifier<User>) async throws -> DueProviderCheck? {
        try await read { db in
            try Row.fetchOne(
                db, sql: "SELECT issuer, refreshToken FROM providerCheck WHERE user = ?", arguments: [user.text]
            ).map { DueProviderCheck(user: user, issuer: $0[0], refreshToken: $0[1]) }
        }
    }
}

extension Bookkeeping {
    /// The provider did not answer, which says nothing of the person: asked again later.
    package func putOffCheck(of user: Identifier<User>, holding sealed: Data, until due: Date) throws {
        try db.execute(
            sql: "UPDATE providerCheck SET dueAt = ? WHERE user = ? AND refreshToken = ?",
            arguments: [due.milliseconds, user.text, sealed])
    }

    /// It still stands: nothing happened that anybody did. False when it holds another token than the one asked with.
    package func keepCheck(of user: Identifier<User>, refreshToken: Data, for asked: Data, due: Date) throws -> Bool {
        try db.execute(
            sql: """
                UPDATE providerCheck SET refreshToken = ?, dueAt = ?, checkedAt = ? WHERE user = ? AND refreshToken = ?
                """,
            arguments: [refreshToken, due.milliseconds, now.milliseconds, user.text, asked])
        return db.changesCount == 1
    }
}
