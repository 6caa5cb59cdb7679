import Foundation
import Governance
import Store

/// Makes the one-time link with which a user sets a new password, to be handed over by whoever made it. At the console it
/// takes one-time codes away too: it is for when nobody else can help.
package struct MakePasswordLink: Sendable {
    package var user: Identifier<User>

    package init(user: Identifier<User>) {
        self.user = user
    }

    /// The secret of the link, which is shown once and stored nowhere, and until when it counts.
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> (secret: String, until: Date) {
        let link = Randomness.system.secret()
        let until = try await organisation.change(by: actor) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can make a link for a new password")
            let user = try tx.user(user)
            guard user.endedAt == nil else {
                throw ActionError.conflict("This user has left. Let them back in first")
            }
            let until = tx.now + OneTimeLink.Purpose.lostPassword.lasts
            try tx.insert(
                OneTimeLink(user: user.id, purpose: .invitation, expiresAt: until), tokenHash: tokenHash(link))
            let ended = try actor == .console ? tx.takeCodes(of: user.id) : nil
            let reset = ended.map { [Event.codesReset(of: user.id, sessionsEnded: $0, why: atTheConsole)] } ?? []
            return Recorded(
                until, Event(.linkMade, RecordSubject(.user, user.id)), and: reset,
                notices: ended == nil ? [] : [NewNotice.codesReset(of: user.id)])
        }
        return (link, until)
    }
}

/// Why codes were taken away, for the record.
let atTheConsole = "A way in was made at the machine’s own command line"

extension Organisation {
    /// The user with this e-mail address; for the console.
    package func user(email: String) async throws -> User {
        let email = foldedEmail(email)
        return try await database.look(by: .console) { tx in
            guard let user = try tx.user(email: email) else { throw ActionError.notFound }
            return user
        }
    }

    /// Whether a one-time link counts and binds a school account: one that somebody only asked for does not.
    package func bindsAccounts(link: String) async throws -> Bool {
        try await database.bindsAccounts(tokenHash(link))
    }

    /// The user whom a one-time link is for; nil when it is used, expired or made up.
    package func user(ofLink link: String) async throws -> User? {
        try await database.user(ofLink: tokenHash(link))
    }
}
