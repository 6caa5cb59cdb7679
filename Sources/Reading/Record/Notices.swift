import Foundation
import GRDB
import Governance
import Store

extension Notice {
    /// The latest messages that a user has not read, newest first.
    static func unread(to user: Identifier<User>, most: Int, _ db: Database) throws -> [Notice] {
        try db.rows(
            """
            SELECT id, kind, subjectKind, subject, says, sentAt, readAt FROM notice
            WHERE user = ? AND readAt IS NULL ORDER BY sentAt DESC, rowid DESC LIMIT ?
            """, [user.text, most]
        ) { row in
            Notice(
                id: Identifier(row[0]), kind: .init(row[1] as String),
                subject: RecordSubject(.init(row[2] as String), row[3] as String), says: row[4],
                sentAt: Date(milliseconds: row[5]), readAt: (row[6] as Int64?).map(Date.init(milliseconds:)))
        }
    }
}
