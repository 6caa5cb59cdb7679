import Foundation
import Governance
import Store

/// Makes the one-time link with which a user sets a new password, to be handed over by whoever made it.
package struct MakePasswordLink: Sendable {
    package var user: Identifier<User>

    package init(user: Identifier<User>) {
        self.user = user
    }

    /// Returns the secret of the link; it is shown once and stored nowhere.
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> String {
        let link = Randomness.system.secret()
        try await organisation.change(by: actor) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can make a link for a new password")
            let user = try tx.user(user)
            guard user.endedAt == nil else {
                throw ActionError.conflict("This user has left. Let them back in first")
            }
            let purpose = OneTimeLink.Purpose.lostPassword
            try tx.insert(
                OneTimeLink(user: user.id, purpose: purpose, expiresAt: tx.now + purpose.lasts),
                tokenHash: tokenHash(link))
            return Recorded(Event(.linkMade, RecordSubject(.user, user.id)))
        }
        return link
    }
}

extension Organisation {
    /// The user with this e-mail address; for the console.
    package func user(email: String) async throws -> User {
        let email = foldedEmail(email)
        return try await database.change(by: .console) { tx in
            guard let user = try tx.user(email: email) else { throw ActionError.notFound }
            return .unchanged(user)
        }
    }

    /// The user whom a one-time link is for; nil when it is used, expired or made up.
    package func user(ofLink link: String) async throws -> User? {
        try await database.user(ofLink: tokenHash(link))
    }
}
