import Foundation
import GRDB
import Governance

/// A mail in the queue.
package struct QueuedMail: Sendable {
    package let id: Identifier<QueuedMail>
    package let kind: MailKind
    /// Whom it is for; nil for a test.
    package let user: Identifier<User>?
    package let to: String
    package let subject: String
    /// Sealed.
    package let text: Data
    package let queuedAt: Date
    /// How often it was tried before.
    package let attempts: Int
    package let lease: String

    /// What its text is sealed for.
    package static func purpose(_ id: Identifier<QueuedMail>) -> String { "mail:\(id.text)" }
}

extension WriteTransaction {
    /// Puts a mail into the queue.
    /// - Parameter due: before then it is not sent; nil: at once.
    package func queue(
        _ id: Identifier<QueuedMail>, _ kind: MailKind, to user: Identifier<User>?, at address: String,
        subject: String, text: Data, from due: Date? = nil
    ) throws {
        try execute(
            """
            INSERT INTO mail (id, kind, user, recipient, subject, text, queuedAt, dueAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [id.text, kind.rawValue, user?.text, address, subject, text, now.milliseconds, (due ?? now).milliseconds])
    }

    /// Whether the run that took this mail still has it.
    package func holds(_ mail: QueuedMail) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM mail WHERE id = ? AND lease = ? AND text IS NOT NULL)",
            arguments: [mail.id.text, mail.lease]) ?? false
    }

    /// Whether administrators were told in the last day that no mail goes out, and one waits that the server did not take.
    package func isMailStuck() throws -> Bool {
        guard try isNoticed(.mailHeld, since: now - 86_400) else { return false }
        return try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM mail WHERE text IS NOT NULL AND trouble IS NOT NULL)") ?? false
    }

    /// It is tried no more; its text goes.
    package func giveUp(_ mail: QueuedMail, trouble: String) throws {
        try execute(
            "UPDATE mail SET text = NULL, givenUpAt = ?, trouble = ?, lease = NULL WHERE id = ?",
            [now.milliseconds, trouble, mail.id.text])
    }
}

extension Bookkeeping {
    /// Takes the mail that has been due longest and that no run holds; a run that dies loses it when the lease runs out.
    /// What waits for somebody who was shut out meanwhile goes to nobody.
    package func takeMail(lease: String, until leaseEnd: Date) throws -> QueuedMail? {
        try db.execute(
            sql: """
                DELETE FROM mail WHERE text IS NOT NULL AND (leasedUntil IS NULL OR leasedUntil <= ?)
                    AND EXISTS (SELECT 1 FROM user WHERE user.id = mail.user AND user.endedAt IS NOT NULL)
                """, arguments: [now.milliseconds])
        let row = try Row.fetchOne(
            db,
            sql: """
                UPDATE mail SET lease = ?, leasedUntil = ?, attempts = attempts + 1
                WHERE id = (SELECT id FROM mail WHERE text IS NOT NULL AND dueAt <= ?
                    AND (leasedUntil IS NULL OR leasedUntil <= ?) ORDER BY dueAt, id LIMIT 1)
                RETURNING id, kind, user, recipient, subject, text, queuedAt, attempts
                """, arguments: [lease, leaseEnd.milliseconds, now.milliseconds, now.milliseconds])
        return row.map { row in
            QueuedMail(
                id: Identifier(row[0]), kind: MailKind(rawValue: row[1]) ?? .news,
                user: (row[2] as String?).map(Identifier.init), to: row[3], subject: row[4], text: row[5],
                queuedAt: Date(milliseconds: row[6]), attempts: row[7] - 1, lease: lease)
        }
    }

    /// The server has taken it. What it tells of was an event already, so the sending is none; its text goes.
    package func markSent(_ mail: QueuedMail) throws {
        try db.execute(
            sql: """
                UPDATE mail SET text = NULL, sentAt = ?, trouble = NULL, lease = NULL, leasedUntil = NULL
                WHERE id = ? AND lease = ? AND text IS NOT NULL
                """, arguments: [now.milliseconds, mail.id.text, mail.lease])
    }

    /// It is tried again then.
    package func putOff(_ mail: QueuedMail, until due: Date, trouble: String) throws {
        try db.execute(
            sql: "UPDATE mail SET dueAt = ?, trouble = ?, lease = NULL, leasedUntil = NULL WHERE id = ? AND lease = ?",
            arguments: [due.milliseconds, trouble, mail.id.text, mail.lease])
    }

    /// None is tried before then.
    package func restMails(until instant: Date) throws {
        try db.execute(
            sql: "UPDATE mail SET dueAt = ? WHERE text IS NOT NULL AND dueAt < ?",
            arguments: [instant.milliseconds, instant.milliseconds])
    }

    /// Mails that are done with are forgotten after a time.
    package func forgetMail(before instant: Date) throws {
        try db.execute(
            sql: "DELETE FROM mail WHERE text IS NULL AND queuedAt < ?", arguments: [instant.milliseconds])
    }
}
