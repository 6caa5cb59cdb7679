import Foundation
import Governance
import Store

extension Organisation {
    /// Proves by their password that it is still they who sit at an open browser. Tries count like those of signing in:
    /// an open browser is no place to guess a password. Whoever has none passes.
    func prove(_ password: String, of user: Identifier<User>) async throws {
        guard let kept = try await database.password(of: user) else { return }
        let account = try await database.look(by: .user(user)) { try $0.user(user) }
        let keys = ThrottleKeys(email: account.email, address: nil)
        if let seconds = try await keys.countTry(in: self) {
            throw ActionError.later(
                seconds: seconds, "There were too many tries. Wait \(minutesInWords(seconds)) and try again")
        }
        let key = try await installation.passwords.key(password, salt: kept.salt, rounds: kept.rounds)
        guard areEqual(key, kept.key) else { throw ActionError.invalid("current", "This is not your password now") }
        try await database.keep { try $0.forgetThrottle(keys.person) }
    }
}
