import Foundation
import GRDB
import Governance

extension UserSession {
    /// The columns that `init(_:)` reads, in its order.
    package static let columns =
        "session.id, session.user, session.device, session.madeAt, session.lastUsedAt, session.endedAt, "
        + "session.provedBy"

    package init(_ row: Row) {
        self.init(
            id: Identifier(row[0]), user: Identifier(row[1]), device: row[2], madeAt: Date(milliseconds: row[3]),
            lastUsedAt: Date(milliseconds: row[4]), endedAt: (row[5] as Int64?).map(Date.init(milliseconds:)),
            provedBy: (row[6] as String?).flatMap(Proof.init))
    }
}

extension OrganisationDatabase {
    /// Whose session it is or was, however it ended; nil when there never was one.
    package func owner(ofSession tokenHash: Data) async throws -> Identifier<User>? {
        try await read { db in
            try String.fetchOne(
                db.cachedStatement(sql: "SELECT user FROM session WHERE tokenHash = ?"), arguments: [tokenHash]
            ).map(Identifier.init)
        }
    }
}

extension Bookkeeping {
    /// That a session was used just now says nothing of anything done, so it is not on record.
    package func touch(_ session: Identifier<UserSession>) throws {
        try db.execute(
            sql: "UPDATE session SET lastUsedAt = ? WHERE id = ? AND endedAt IS NULL",
            arguments: [now.milliseconds, session.text])
    }
}

extension WriteTransaction {
    package func insert(_ session: UserSession, tokenHash: Data) throws {
        try execute(
            "INSERT INTO session (id, tokenHash, user, device, madeAt, lastUsedAt, provedBy) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                session.id.text, tokenHash, session.user.text, session.device, session.madeAt.milliseconds,
                session.lastUsedAt.milliseconds, session.provedBy?.rawValue,
            ])
    }

    package func session(_ id: Identifier<UserSession>) throws -> UserSession {
        let sql = "SELECT \(UserSession.columns) FROM session WHERE id = ?"
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [id.text]) else { throw ActionError.notFound }
        return UserSession(row)
    }

    package func end(_ session: Identifier<UserSession>) throws {
        try execute(
            "UPDATE session SET endedAt = ? WHERE id = ? AND endedAt IS NULL", [now.milliseconds, session.text])
    }

    /// What was begun and is no session yet ends too: a code that is owed, an account that is being bound. Returns how many
    /// sessions were open.
    @discardableResult
    package func endSessions(of user: Identifier<User>, but kept: Identifier<UserSession>? = nil) throws -> Int {
        try execute(
            "UPDATE session SET endedAt = ? WHERE user = ? AND id IS NOT ? AND endedAt IS NULL",
            [now.milliseconds, user.text, kept?.text])
        let ended = db.changesCount
        try execute("DELETE FROM codeStep WHERE user = ?", [user.text])
        try execute("DELETE FROM providerSignIn WHERE user = ?", [user.text])
        return ended
    }
}
