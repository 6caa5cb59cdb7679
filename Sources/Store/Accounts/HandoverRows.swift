import Foundation
import GRDB
import Governance

extension WriteTransaction {
    /// Those of an account that are not settled.
    package func openHandovers(of account: Identifier<PostingAccount>) throws -> [AccountHandover] {
        try AccountHandover.open(db, "account = ?", account.text)
    }

    /// Those of everything that somebody ran.
    package func openHandovers(from leaver: Identifier<User>) throws -> [AccountHandover] {
        try AccountHandover.open(db, "leaver = ?", leaver.text)
    }

    /// One that was called off at this very moment is open again.
    package func insert(_ handover: AccountHandover) throws {
        try execute(
            """
            INSERT INTO accountHandover (account, leaver, cause, openedAt) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET cause = excluded.cause, settledAt = NULL
            """,
            [
                handover.account.text, handover.leaver.text, handover.cause.rawValue,
                handover.openedAt.milliseconds,
            ])
    }

    /// Keeps another cause of one that is open.
    package func update(_ handover: AccountHandover) throws {
        try execute(
            "UPDATE accountHandover SET cause = ? WHERE account = ? AND leaver = ? AND openedAt = ?",
            [
                handover.cause.rawValue, handover.account.text, handover.leaver.text,
                handover.openedAt.milliseconds,
            ])
    }

    package func settle(_ handover: AccountHandover) throws {
        try execute(
            "UPDATE accountHandover SET settledAt = ? WHERE account = ? AND leaver = ? AND openedAt = ?",
            [
                now.milliseconds, handover.account.text, handover.leaver.text, handover.openedAt.milliseconds,
            ])
    }
}

extension AccountHandover {
    /// Those that are not settled, the earliest first.
    /// - Parameter whose: a condition on `account` or `leaver` with one place.
    package static func open(_ db: Database, _ whose: String, _ id: String) throws -> [AccountHandover] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT account, leaver, cause, openedAt FROM accountHandover
                    WHERE \(whose) AND settledAt IS NULL ORDER BY openedAt, account, leaver
                    """), arguments: [id]
        ).map { row in
            guard let cause = Cause(rawValue: row[2]) else { throw StoreError.damaged("A handover's row") }
            return AccountHandover(
                account: Identifier(row[0]), leaver: Identifier(row[1]), cause: cause,
                openedAt: Date(milliseconds: row[3]))
        }
    }
}
