import Foundation
import GRDB
import Governance

/// Log-in details as they lie in the database: without the key nobody reads them.
package struct SealedLogin: Sendable, Equatable {
    package var known: LodgedLogin
    package var sealed: Data

    package init(_ known: LodgedLogin, sealed: Data) {
        self.known = known
        self.sealed = sealed
    }

    fileprivate static let columns = "\(LodgedLogin.columns), sealed"

    fileprivate init(_ row: Row) {
        self.init(LodgedLogin(row), sealed: row[4])
    }
}

extension LodgedLogin {
    /// The columns that `init(_:)` reads, in its order; what is sealed names its key by the bytes after the first.
    package static let columns = "account, lower(hex(substr(sealed, 2, 4))), lodgedBy, lodgedAt"

    package init(_ row: Row) {
        self.init(
            account: Identifier(row[0]), keyID: row[1], lodgedBy: Identifier(row[2]),
            lodgedAt: Date(milliseconds: row[3]))
    }
}

extension WriteTransaction {
    package func sealedLogin(of account: Identifier<PostingAccount>) throws -> SealedLogin? {
        try Row.fetchOne(
            db, sql: "SELECT \(SealedLogin.columns) FROM accountLogin WHERE account = ?", arguments: [account.text]
        ).map(SealedLogin.init)
    }

    /// Puts them in the place of those before.
    package func write(_ login: SealedLogin) throws {
        try execute(
            """
            INSERT INTO accountLogin (account, lodgedBy, lodgedAt, sealed) VALUES (?, ?, ?, ?)
            ON CONFLICT (account) DO UPDATE SET lodgedBy = excluded.lodgedBy, lodgedAt = excluded.lodgedAt,
                sealed = excluded.sealed
            """,
            [
                login.known.account.text, login.known.lodgedBy.text, login.known.lodgedAt.milliseconds, login.sealed,
            ])
    }

    package func destroyLogin(of account: Identifier<PostingAccount>) throws {
        try execute("DELETE FROM accountLogin WHERE account = ?", [account.text])
    }

    package func insert(_ look: LoginLook) throws {
        try execute(
            "INSERT INTO loginLook (id, account, askedBy, askedAt, reason) VALUES (?, ?, ?, ?, ?)",
            [look.id.text, look.account.text, look.askedBy.text, look.askedAt.milliseconds, look.reason])
    }

    /// One that has neither been met nor allowed; nil otherwise.
    package func unansweredLook(_ id: Identifier<LoginLook>) throws -> LoginLook? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT \(LoginLook.columns) FROM loginLook
                WHERE id = ? AND shownAt IS NULL AND allowedBy IS NULL
                """, arguments: [id.text]
        ).map(LoginLook.init)
    }

    package func update(_ look: LoginLook) throws {
        try execute(
            "UPDATE loginLook SET allowedBy = ?, shownAt = ? WHERE id = ?",
            [look.allowedBy?.text, look.shownAt?.milliseconds, look.id.text])
    }

    /// Wishes to see that have neither been met nor run out.
    package func openLooks(at account: Identifier<PostingAccount>) throws -> [LoginLook] {
        try LoginLook.open(db, at: account, now: now)
    }
}

extension LoginLook {
    /// Those about one account that have neither been met nor run out.
    package static func open(
        _ db: Database, at account: Identifier<PostingAccount>, now: Date
    ) throws -> [LoginLook] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT \(columns) FROM loginLook
                    WHERE account = ? AND shownAt IS NULL AND askedAt > ? ORDER BY askedAt, id
                    """), arguments: [account.text, (now - LoginLook.lasts).milliseconds]
        ).map(LoginLook.init)
    }

    fileprivate static let columns = "id, account, askedBy, askedAt, reason, allowedBy, shownAt"

    fileprivate init(_ row: Row) {
        self.init(
            id: Identifier(row[0]), account: Identifier(row[1]), askedBy: Identifier(row[2]),
            askedAt: Date(milliseconds: row[3]), reason: row[4],
            allowedBy: (row[5] as String?).map(Identifier.init),
            shownAt: (row[6] as Int64?).map(Date.init(milliseconds:)))
    }
}
