import Foundation
import GRDB
import Governance

/// How a network knows this program, with the app's sealed secret.
package struct KeptNetworkApp: Sendable {
    package let id: String
    package let secret: Data
    package let enteredBy: Identifier<User>
    package let enteredAt: Date

    package init(id: String, secret: Data, enteredBy: Identifier<User>, enteredAt: Date) {
        self.id = id
        self.secret = secret
        self.enteredBy = enteredBy
        self.enteredAt = enteredAt
    }
}

/// An account that is being joined by its network's own page: at most one at a time for each account.
package struct Joining: Sendable {
    /// So long may somebody take there, and to choose.
    package static let lasts: TimeInterval = 15 * 60

    package var account: Identifier<PostingAccount>
    package var user: Identifier<User>
    package var server: String
    package var userName: String
    package var browserHash: Data
    package var verifier: String
    /// Sealed.
    package var app: Data
    /// What whoever signed in may join, sealed; nil until they have come back, and where there is no choice.
    package var choices: Data?

    package init(
        account: Identifier<PostingAccount>, user: Identifier<User>, server: String, userName: String,
        browserHash: Data, verifier: String, app: Data, choices: Data? = nil
    ) {
        self.account = account
        self.user = user
        self.server = server
        self.userName = userName
        self.browserHash = browserHash
        self.verifier = verifier
        self.app = app
        self.choices = choices
    }

    static let columns = "account, user, server, userName, browserHash, verifier, app, choices"

    init(_ row: Row) {
        self.init(
            account: Identifier(row[0]), user: Identifier(row[1]), server: row[2], userName: row[3],
            browserHash: row[4], verifier: row[5], app: row[6], choices: row[7])
    }
}

extension OrganisationDatabase {
    /// Nil where nobody has entered one.
    package func networkApp(_ network: Network) async throws -> KeptNetworkApp? {
        try await read { db in
            try Row.fetchOne(
                db, sql: "SELECT id, secret, enteredBy, enteredAt FROM networkApp WHERE network = ?",
                arguments: [network.rawValue]
            ).map {
                KeptNetworkApp(
                    id: $0[0], secret: $0[1], enteredBy: Identifier($0[2]), enteredAt: Date(milliseconds: $0[3]))
            }
        }
    }

    /// Where somebody has come back from the network and is to choose; nil where nobody is, or it is too long ago.
    package func joiningToChoose(_ account: Identifier<PostingAccount>, since: Date) async throws -> Joining? {
        try await read { db in
            try Row.fetchOne(
                db,
                sql:
                    "SELECT \(Joining.columns) FROM joining WHERE account = ? AND choices IS NOT NULL AND begunAt >= ?",
                arguments: [account.text, since.milliseconds]
            ).map(Joining.init)
        }
    }
}

extension OrganisationDatabase {
    /// When the oldest joining has lapsed; nil where there is none.
    package func nextJoiningLapse() async throws -> Date? {
        try await read { db in
            try Int64.fetchOne(db, sql: "SELECT min(begunAt) FROM joining").map {
                Date(milliseconds: $0 + 1) + Joining.lasts
            }
        }
    }
}

extension Bookkeeping {
    /// Nothing is joined yet, so it is not on record. Puts it in the place of one that was begun before; those that are too
    /// old go.
    package func begin(_ joining: Joining, stateHash: Data) throws {
        try db.execute(
            sql: "DELETE FROM joining WHERE account = ? OR begunAt < ?",
            arguments: [joining.account.text, (now - Joining.lasts).milliseconds])
        try db.execute(
            sql: """
                INSERT INTO joining (account, user, server, userName, stateHash, browserHash, verifier, app, begunAt)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                joining.account.text, joining.user.text, joining.server, joining.userName, stateHash,
                joining.browserHash, joining.verifier, joining.app, now.milliseconds,
            ])
    }

    /// The one that was begun with this state, which counts once; nil where there is none, or it is too long ago.
    package func takeJoining(stateHash: Data) throws -> Joining? {
        try Row.fetchOne(
            db,
            sql: """
                UPDATE joining SET stateHash = NULL WHERE stateHash = ? AND begunAt >= ?
                RETURNING \(Joining.columns)
                """, arguments: [stateHash, (now - Joining.lasts).milliseconds]
        ).map(Joining.init)
    }

    /// What there is to choose from, until somebody chooses.
    /// - Returns: false where the joining was begun anew meanwhile: these choices are not of that one.
    package func keepChoices(_ choices: Data, of joining: Joining) throws -> Bool {
        try db.execute(
            sql: "UPDATE joining SET choices = ? WHERE account = ? AND browserHash = ?",
            arguments: [choices, joining.account.text, joining.browserHash])
        return db.changesCount > 0
    }

    /// Those who did not come back or did not choose: what they might have joined is kept no longer.
    package func endLapsedJoinings() throws {
        try db.execute(
            sql: "DELETE FROM joining WHERE begunAt < ?", arguments: [(now - Joining.lasts).milliseconds])
    }

    /// Ends this one, not one that was begun since; those that are too old go too.
    package func end(_ joining: Joining) throws {
        try db.execute(
            sql: "DELETE FROM joining WHERE (account = ? AND browserHash = ?) OR begunAt < ?",
            arguments: [joining.account.text, joining.browserHash, (now - Joining.lasts).milliseconds])
    }
}

extension WriteTransaction {
    /// Puts it in the place of the one before.
    package func write(_ app: KeptNetworkApp, of network: Network) throws {
        try execute(
            """
            INSERT INTO networkApp (network, id, secret, enteredBy, enteredAt) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (network) DO UPDATE SET id = excluded.id, secret = excluded.secret,
                enteredBy = excluded.enteredBy, enteredAt = excluded.enteredAt
            """,
            [network.rawValue, app.id, app.secret, app.enteredBy.text, app.enteredAt.milliseconds])
    }
}
