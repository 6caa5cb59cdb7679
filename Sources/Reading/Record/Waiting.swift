import Foundation
import GRDB
import Governance
import Store

/// How much waits for someone, for the navigation.
package struct Waiting: Sendable, Equatable {
    package let tasks: Int
    /// Posts that they may decide.
    package let toDecide: Int
}

extension OrganisationDatabase {
    /// It grows with what waits, not with what was ever done.
    /// - Parameter authority: what they may do now; nil for someone who decides nothing.
    package func waiting(
        for user: Identifier<User>, decidingWith authority: Authority?
    ) async throws -> Waiting {
        let now = clock.now
        return try await read { db in
            Waiting(
                tasks: try OpenTask.waiting(for: user, at: now, db).count,
                toDecide: try Waiting.toDecide(for: user, with: authority, db))
        }
    }
}

extension Waiting {
    static func toDecide(for user: Identifier<User>, with authority: Authority?, _ db: Database) throws -> Int {
        try authority.map { try ApprovalTab.toDecide.posts(user, $0, since: .distantPast, db).count } ?? 0
    }
}
