import Foundation
import GRDB
import Governance

extension Connection {
    /// The columns that `init(_:)` reads, in its order.
    package static let columns =
        "account, server, userName, identity, capabilities, connectedBy, connectedAt, checkedAt, brokenSince, trouble, endsAt, silentSince"

    package init(_ row: Row) throws {
        self.init(
            account: Identifier(row[0]), server: row[1], userName: row[2], identity: row[3],
            capabilities: try StoredJSON.value(row[4]), connectedBy: Identifier(row[5]),
            connectedAt: Date(milliseconds: row[6]), checkedAt: Date(milliseconds: row[7]),
            brokenSince: (row[8] as Int64?).map(Date.init(milliseconds:)), trouble: row[9],
            silentSince: (row[11] as Int64?).map(Date.init(milliseconds:)),
            endsAt: (row[10] as Int64?).map(Date.init(milliseconds:)))
    }

    package static func fetch(_ db: Database, of account: Identifier<PostingAccount>) throws -> Connection? {
        try Row.fetchOne(
            db, sql: "SELECT \(columns) FROM connection WHERE account = ?", arguments: [account.text]
        ).map(Connection.init)
    }
}

extension Connection {
    /// Which account of which server it is: what is taken down is taken down there and nowhere else. By what does not change
    /// with the account's own words for itself, where there is such a thing.
    package var networkAccount: String { server + " " + (userName.isEmpty ? identity : userName) }
}

/// A connection as it lies in the database: without the key nobody signs in with it.
package struct SealedConnection: Sendable {
    package let known: Connection
    package let network: Network
    package let secret: Data
}

extension OrganisationDatabase {
    /// Nil when the account is not connected.
    package func sealedConnection(of account: Identifier<PostingAccount>) async throws -> SealedConnection? {
        try await read { db in
            guard let known = try Connection.fetch(db, of: account),
                let row = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT connection.secret, account.network FROM connection
                        JOIN account ON account.id = connection.account WHERE account = ?
                        """, arguments: [account.text]),
                let network = Network(rawValue: row[1])
            else { return nil }
            return SealedConnection(known: known, network: network, secret: row[0])
        }
    }
}

extension OrganisationDatabase {
    /// When a connection is to be looked at next; nil where no account is connected.
    package func nextConnectionCheck() async throws -> Date? {
        try await read { db in try Int64.fetchOne(db, sql: "SELECT min(nextCheckAt) FROM connection") }
            .map(Date.init(milliseconds:))
    }
}

extension Connection {
    /// When it is looked at after a look: a day later, or an hour before the next post that is approved, where that comes
    /// first. Twice the time of the look, in milliseconds.
    fileprivate static let nextCheck = """
        min(? + \(Int64(checkInterval * 1_000)), coalesce((
            SELECT min(placement.publishAt) - \(Int64(beforePost * 1_000)) FROM placement
            JOIN placementState ON placementState.placement = placement.id AND placementState.until IS NULL
            WHERE placement.account = connection.account AND placementState.state = 'scheduled'
                AND placement.publishAt - \(Int64(beforePost * 1_000)) > ?), \(Int64.max)))
        """
}

extension WriteTransaction {
    package func connection(of account: Identifier<PostingAccount>) throws -> Connection? {
        try Connection.fetch(db, of: account)
    }

    /// Puts it in the place of the one before.
    package func write(_ connection: Connection, secret: Data) throws {
        try execute("DELETE FROM connection WHERE account = ?", [connection.account.text])
        try execute(
            """
            INSERT INTO connection (account, server, userName, identity, capabilities, secret, connectedBy, connectedAt,
                checkedAt, nextCheckAt, endsAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                connection.account.text, connection.server, connection.userName, connection.identity,
                try StoredJSON.text(connection.capabilities), secret, connection.connectedBy.text,
                connection.connectedAt.milliseconds, connection.checkedAt.milliseconds,
                (connection.checkedAt + Connection.checkInterval).milliseconds, connection.endsAt?.milliseconds,
            ])
    }

    /// What a look at it found.
    package func noteCheck(of connection: Connection) throws {
        try execute(
            """
            UPDATE connection SET identity = ?, capabilities = ?, checkedAt = ?, brokenSince = ?, trouble = ?,
                nextCheckAt = \(Connection.nextCheck), endsAt = ?, silentSince = NULL
            WHERE account = ?
            """,
            [
                connection.identity, try StoredJSON.text(connection.capabilities), connection.checkedAt.milliseconds,
                connection.brokenSince?.milliseconds, connection.trouble, connection.checkedAt.milliseconds,
                connection.checkedAt.milliseconds, connection.endsAt?.milliseconds, connection.account.text,
            ])
    }

    /// A post is to go out on an account then: its connection is looked at an hour before, or at once where that is over;
    /// not again where it was looked at in that hour.
    func look(at account: Identifier<PostingAccount>, before publishAt: Date) throws {
        let then = publishAt - Connection.beforePost
        try execute(
            """
            UPDATE connection SET nextCheckAt = max(?1, min(nextCheckAt, ?2))
            WHERE account = ?3 AND (?2 > ?1 OR checkedAt <= ?1 - ?4)
            """,
            [
                now.milliseconds, then.milliseconds, account.text, Int64(Connection.beforePost * 1_000),
            ])
    }

    /// When the next post on an account is to go out, of those that are approved; nil when none is.
    package func nextPost(on account: Identifier<PostingAccount>) throws -> Date? {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT min(placement.publishAt) FROM placement
                JOIN placementState ON placementState.placement = placement.id AND placementState.until IS NULL
                WHERE placement.account = ? AND placementState.state IN ('scheduled', 'waiting')
                """, arguments: [account.text]
        ).map(Date.init(milliseconds:))
    }

    package func removeConnection(of account: Identifier<PostingAccount>) throws {
        try execute("DELETE FROM connection WHERE account = ?", [account.text])
    }
}

extension Bookkeeping {
    /// The account whose connection has waited longest to be looked at; nil when none is due. It says only who looks, so
    /// it needs no event; whoever dies over it leaves it for the next, after that time.
    package func takeConnectionCheck(until next: Date) throws -> Identifier<PostingAccount>? {
        try String.fetchOne(
            db,
            sql: """
                UPDATE connection SET nextCheckAt = ?1 WHERE account = (
                    SELECT account FROM connection WHERE nextCheckAt <= ?2 ORDER BY nextCheckAt LIMIT 1)
                RETURNING account
                """, arguments: [next.milliseconds, now.milliseconds]
        ).map(Identifier.init)
    }

    /// It stands as it did: nothing of it has changed, so it needs no event.
    package func noteStanding(of connection: Connection) throws {
        try db.execute(
            sql: """
                UPDATE connection SET checkedAt = ?, nextCheckAt = \(Connection.nextCheck), silentSince = NULL
                WHERE account = ? AND connectedAt = ?
                """,
            arguments: [
                now.milliseconds, now.milliseconds, now.milliseconds, connection.account.text,
                connection.connectedAt.milliseconds,
            ])
    }

    /// It gave no answer; since when is kept, and looks at it go on.
    /// - Returns: since when it gives none; nil where it is connected no more.
    package func noteSilence(of connection: Connection) throws -> Date? {
        try Int64.fetchOne(
            db,
            sql: """
                UPDATE connection SET silentSince = coalesce(silentSince, ?) WHERE account = ? AND connectedAt = ?
                RETURNING silentSince
                """,
            arguments: [now.milliseconds, connection.account.text, connection.connectedAt.milliseconds]
        ).map(Date.init(milliseconds:))
    }

    /// Puts what the network gave anew in the place of what signed in before; nothing happens where it was connected anew
    /// since.
    package func renewSecret(of connection: Connection, _ secret: Data) throws {
        try db.execute(
            sql: "UPDATE connection SET secret = ? WHERE account = ? AND connectedAt = ?",
            arguments: [secret, connection.account.text, connection.connectedAt.milliseconds])
    }
}
