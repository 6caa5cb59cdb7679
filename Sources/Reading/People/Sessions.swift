import Foundation
import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// Where a user is signed in now, the last used first.
    package func sessions(of user: Identifier<User>) async throws -> [UserSession] {
        let now = clock.now
        return try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(UserSession.columns) FROM session WHERE user = ? AND endedAt IS NULL ORDER BY lastUsedAt DESC
                    """,
                arguments: [user.text]
            ).map(UserSession.init).filter { $0.isOpen(at: now) }
        }
    }
}
