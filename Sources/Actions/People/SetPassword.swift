import Foundation
import Governance
import Store

/// Sets a password by a one-time link; whoever was signed in as that user is signed out, and addresses of their calendar
/// answer no more.
package struct SetPassword: Sendable {
    package var link: String
    package var password: String

    package init(link: String, password: String) {
        self.link = link
        self.password = password
    }

    package func perform(in organisation: Organisation) async throws {
        guard let user = try await organisation.user(ofLink: link) else { throw Self.linkDoesNotCount }
        let kept = try await organisation.installation.newPassword(password, of: user)
        try await organisation.change(by: .user(user.id)) { tx in
            guard try tx.useLink(tokenHash(link)) != nil else { throw Self.linkDoesNotCount }
            try tx.keep(kept, of: user.id)
            try tx.forgetThrottles(beginning: ThrottleKeys.key(of: user.email))
            let ended = try tx.endSessions(of: user.id)
            try tx.removeCalendarAddresses(of: user.id)
            return Recorded(
                Event(.passwordSet, RecordSubject(.user, user.id), after: ["sessionsEnded": .number(ended)]))
        }
    }

    private static let linkDoesNotCount = ActionError.notPermitted(
        "This link was used already or is too old. Ask an administrator for a new one")
}

extension Installation {
    /// Checks and hashes a new password.
    func newPassword(_ password: String, of user: User) async throws -> KeptPassword {
        if let says = PasswordRules.refusal(of: password, name: user.name, email: user.email) {
            throw ActionError.invalid("password", says)
        }
        let salt = Data(Randomness.system.bytes(16))
        return KeptPassword(
            salt: salt, rounds: passwords.rounds,
            key: try await passwords.key(password, salt: salt, rounds: passwords.rounds))
    }

    /// What an unknown address is compared with, so that it takes as long as a known one.
    var nobodysPassword: KeptPassword {
        KeptPassword(salt: Data(count: 16), rounds: passwords.rounds, key: Data(count: 32))
    }
}
