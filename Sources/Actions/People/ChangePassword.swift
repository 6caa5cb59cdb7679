import Foundation
import Governance
import Store

/// Changes one's own password, which the current one proves; every other session ends.
///
/// Tries count like those of signing in: an open browser is no place to guess a password.
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
        let passwords = organisation.installation.passwords
        guard let kept = try await organisation.database.password(of: user) else { throw ActionError.notFound }
        let account = try await organisation.database.change(by: .user(user)) { .unchanged(try $0.user(user)) }
        let keys = ThrottleKeys(email: account.email, address: nil)
        if let seconds = try await keys.countTry(in: organisation) {
            throw ActionError.later(
                seconds: seconds, "There were too many tries. Wait \(minutesInWords(seconds)) and try again")
        }
        let key = try await passwords.key(current, salt: kept.salt, rounds: kept.rounds)
        guard areEqual(key, kept.key) else {
            throw ActionError.invalid("current", "This is not your password now")
        }
        try await organisation.database.keep { try $0.forgetThrottle(keys.person) }
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
