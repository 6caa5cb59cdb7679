import Foundation
import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// The latest messages to a user, newest first.
    package func notices(to user: Identifier<User>, most: Int = 100) async throws -> [Notice] {
        try await read { try Notice.latest(to: user, most: most, $0) }
    }
}

extension Notice {
    /// - Parameter unreadOnly: without those that were read.
    static func latest(
        to user: Identifier<User>, unreadOnly: Bool = false, most: Int, _ db: Database
    ) throws -> [Notice] {
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
