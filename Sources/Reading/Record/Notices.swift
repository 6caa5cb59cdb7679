import Foundation
import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// The latest messages to a user, or the latest that nobody has read yet, newest first.
    package func notices(
        to user: Identifier<User>, unreadOnly: Bool = false, most: Int = 100
    ) async throws -> [Notice] {
        try await read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT id, kind, subjectKind, subject, says, sentAt, readAt FROM notice
                        WHERE user = ? AND (readAt IS NULL OR NOT ?) ORDER BY sentAt DESC, rowid DESC LIMIT ?
                        """), arguments: [user.text, unreadOnly, most]
            ).map { row in
                Notice(
                    id: Identifier(row[0]), kind: .init(row[1] as String),
                    subject: RecordSubject(.init(row[2] as String), row[3] as String), says: row[4],
                    sentAt: Date(milliseconds: row[5]), readAt: (row[6] as Int64?).map(Date.init(milliseconds:)))
            }
        }
    }
}
