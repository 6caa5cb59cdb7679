import Foundation
import Governance
import Store

/// Changes one's own password, which the current one proves; every other session ends.
package struct ChangePassword: Sendable {
    package var current: String
    package var new: String
    /// The session in use, which stays.
    package var session: Identifier<UserSession>

    package init(current: String, new: String, session: Identifier<UserSession>) {
        self.current = current
        self.new = new
        self.session = session
    }

    /// How many other sessions ended.
    @discardableResult
    package func perform(in organisation: Organisation, by user: Identifier<User>) async throws -> Int {
        guard try await organisation.database.password(of: user) != nil else { throw ActionError.notFound }
        let account = try await organisation.database.look(by: .user(user)) { try $0.user(user) }
        try await organisation.prove(current, of: user)
        guard new != current else { throw ActionError.invalid("password", "Choose another than the one you have") }
        let fresh = try await organisation.installation.newPassword(new, of: account)
        return try await organisation.change(by: .user(user)) { [session] tx in
            guard try tx.session(session).user == user else { throw ActionError.notFound }
            try tx.keep(fresh, of: user)
            let ended = try tx.endSessions(of: user, but: session)
            return Recorded(
                ended, Event(.passwordSet, RecordSubject(.user, user), after: ["sessionsEnded": .number(ended)]))
        }
    }
}
