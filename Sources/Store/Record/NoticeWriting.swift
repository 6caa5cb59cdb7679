import Foundation
import GRDB
import Governance

extension WriteTransaction {
    func send(_ notice: NewNotice) throws {
        let id: Identifier<NewNotice> = identifier()
        try execute(
            """
            INSERT INTO notice (id, user, kind, subjectKind, subject, says, event, sentAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id.text, notice.to.text, notice.kind.rawValue, notice.subject.kind.rawValue, notice.subject.id,
                notice.says, nextEvent, now.milliseconds,
            ])
        try noteForMail(id, notice)
    }
}

extension Bookkeeping {
    /// Whether somebody has looked at their own messages is nobody else's business, so it is not on record.
    package func readNotices(of user: Identifier<User>) throws {
        try db.execute(
            sql: "UPDATE notice SET readAt = ? WHERE user = ? AND readAt IS NULL",
            arguments: [now.milliseconds, user.text])
    }
}

extension WriteTransaction {
    /// Whether anybody was told of this kind of thing since then.
    package func isNoticed(_ kind: NewNotice.Kind, since instant: Date) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM notice WHERE kind = ? AND sentAt > ?)",
            arguments: [kind.rawValue, instant.milliseconds]) ?? false
    }
}
