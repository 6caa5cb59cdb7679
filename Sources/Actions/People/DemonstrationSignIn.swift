import Governance
import Store

/// Signs a visitor of a demonstration in as one of its invented people, without a password.
package struct DemonstrationSignIn: Sendable {
    package var user: Identifier<User>
    package var device: String

    package init(user: Identifier<User>, device: String) {
        self.user = user
        self.device = device
    }

    /// Returns the secret for the cookie.
    package func perform(in organisation: Organisation) async throws -> String {
        let cookie = Randomness.system.secret()
        try await organisation.change(by: .user(user)) { tx in
            guard try tx.card().isDemonstration else {
                throw ActionError.notPermitted("Only a demonstration can be entered without a password")
            }
            let user = try tx.user(user)
            guard user.endedAt == nil else { throw ActionError.notFound }
            return try tx.begin(user, cookie: cookie, device: device, by: .demonstration)
        }
        return cookie
    }
}
