import Foundation
import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// What waits for a user, the most urgent first; what has no due time last.
    package func tasks(of user: Identifier<User>) async throws -> [OpenTask] {
        let now = clock.now
        return try await read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: OpenTask.seenByUser + " ORDER BY dueAt IS NULL, dueAt, openedAt, id"),
                arguments: ["user": user.text, "now": now.milliseconds]
            ).compactMap(OpenTask.init)
        }
    }

    /// The open tasks about one thing that a user may see.
    package func tasks(about subject: RecordSubject, of user: Identifier<User>) async throws -> [OpenTask] {
        try await tasks(of: user).filter { $0.subject == subject }
    }
}
