import Foundation
import GRDB
import Governance

/// The provider of an organisation with its sealed client secret.
package struct KeptProvider: Sendable, Equatable {
    package var provider: SignInProvider
    package var secret: Data
    /// When it was tried successfully since it was changed last.
    package var triedAt: Date?

    package init(provider: SignInProvider, secret: Data, triedAt: Date?) {
        self.provider = provider
        self.secret = secret
        self.triedAt = triedAt
    }

    fileprivate static func read(_ db: Database) throws -> KeptProvider? {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT settings, secret, triedAt FROM signInProvider WHERE id = 1"))
        return try row.map {
            KeptProvider(
                provider: try StoredJSON.value($0[0]), secret: $0[1],
                triedAt: ($0[2] as Int64?).map(Date.init(milliseconds:)))
        }
    }
}

/// A sign-in that was begun at the provider, and what must be the same when it comes back.
package struct ProviderSignIn: Sendable {
    package enum Purpose: String, Sendable {
        /// Somebody comes in.
        case signIn = "sign-in"
        /// Whoever holds a one-time link binds their account, or a signed-in user theirs.
        case link
        /// An administrator tries the settings.
        case trial = "try"
    }

    /// So long may somebody take at the provider.
    package static let lasts: TimeInterval = 15 * 60
    /// More than these at once are nobody's honest sign-ins: of one client, which a whole school may share, and of all.
    package static let mostOfClient = 300
    package static let most = 20_000

    package var purpose: Purpose
    package var browserHash: Data
    /// The digest of the one-time link, where it was begun by one.
    package var link: Data?
    /// Who is bound, or tries, or comes once more with consent.
    package var user: Identifier<User>?
    package var nonce: String
    package var verifier: String
    /// The digest of the network address that began it; nil where it is not known.
    package var client: Data?

    package init(
        purpose: Purpose, browserHash: Data, link: Data? = nil, user: Identifier<User>? = nil, nonce: String,
        verifier: String, client: Data? = nil
    ) {
        self.purpose = purpose
        self.browserHash = browserHash
        self.link = link
        self.user = user
        self.nonce = nonce
        self.verifier = verifier
        self.client = client
    }
}

extension OrganisationDatabase {
    package func signInProvider() async throws -> KeptProvider? { try await read { try KeptProvider.read($0) } }
}

extension Bookkeeping {
    /// Nobody has signed in yet, so it is nobody's act and not on record. Those that are too old go, and the oldest of a
    /// client, or of all, that began too many.
    package func begin(_ signIn: ProviderSignIn, stateHash: Data) throws {
        try db.execute(
            sql: "DELETE FROM providerSignIn WHERE begunAt < ?",
            arguments: [(now - ProviderSignIn.lasts).milliseconds])
        try makeRoom(for: signIn.client)
        try db.execute(
            sql: """
                INSERT INTO providerSignIn (
                    stateHash, browserHash, purpose, link, user, nonce, verifier, begunAt, client)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                stateHash, signIn.browserHash, signIn.purpose.rawValue, signIn.link, signIn.user?.text, signIn.nonce,
                signIn.verifier, now.milliseconds, signIn.client,
            ])
    }

    private func makeRoom(for client: Data?) throws {
        for (condition, arguments, most) in [
            ("client IS ?", [client] as StatementArguments, ProviderSignIn.mostOfClient),
            ("1", [], ProviderSignIn.most),
        ] {
            let count =
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM providerSignIn WHERE \(condition)", arguments: arguments) ?? 0
            guard count >= most else { continue }
            try db.execute(
                sql: """
                    DELETE FROM providerSignIn WHERE stateHash IN (
                        SELECT stateHash FROM providerSignIn WHERE \(condition) ORDER BY begunAt LIMIT ?)
                    """, arguments: arguments + [count - most + 1])
        }
    }

    /// Takes a sign-in that was begun, so that nobody comes back with it twice.
    package func takeSignIn(stateHash: Data) throws -> ProviderSignIn? {
        let row = try Row.fetchOne(
            db,
            sql: """
                DELETE FROM providerSignIn WHERE stateHash = ?
                RETURNING purpose, browserHash, link, user, nonce, verifier, begunAt
                """, arguments: [stateHash])
        guard let row, let purpose = ProviderSignIn.Purpose(rawValue: row[0]),
            Date(milliseconds: row[6]) + ProviderSignIn.lasts > now
        else { return nil }
        return ProviderSignIn(
            purpose: purpose, browserHash: row[1], link: row[2],
            user: (row[3] as String?).map(Identifier.init), nonce: row[4], verifier: row[5])
    }
}

extension WriteTransaction {
    package func signInProvider() throws -> KeptProvider? { try KeptProvider.read(db) }

    package func keep(_ kept: KeptProvider) throws {
        try execute(
            """
            INSERT INTO signInProvider (id, settings, secret, changedAt, triedAt) VALUES (1, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET settings = excluded.settings, secret = excluded.secret,
                changedAt = excluded.changedAt, triedAt = excluded.triedAt
            """,
            [try StoredJSON.text(kept.provider), kept.secret, now.milliseconds, kept.triedAt?.milliseconds])
    }

    /// Forgets the provider; who somebody is there stays known, for when it comes back.
    package func removeProvider() throws {
        try execute("DELETE FROM signInProvider")
        try execute("DELETE FROM providerCheck")
        try execute("DELETE FROM providerSignIn")
    }
}
