import Governance
import Store

extension Organisation {
    /// Marks everything that was sent to a user so far as read. Reading one's own messages is not on record.
    package func readNotices(of user: Identifier<User>) async throws {
        try await database.keep { try $0.readNotices(of: user) }
    }
}
