import Foundation
import Governance
import Store

/// Sends the one-time link of an invitation by mail, where mail is on; else it is handed over by whoever made it.
package struct MailInvitation: Sendable {
    package var user: Identifier<User>
    package var link: String
    package var until: Date

    package init(user: Identifier<User>, link: String, until: Date) {
        self.user = user
        self.link = link
        self.until = until
    }

    /// False when mail is not on; then nothing is done.
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Bool {
        guard try await organisation.isMailOn(), let address = try await organisation.installation.publicAddress()
        else { return false }
        let (secrets, slug) = (organisation.installation.secrets, organisation.slug)
        try await organisation.change(by: actor) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can invite people")
            let user = try tx.user(user)
            let name = try tx.card().name
            try tx.queueMail(
                .invitation, to: user.id, at: user.email, subject: MailWords.subject(.invitation, at: name),
                text: MailWords.invitation(
                    to: user.name, at: name, link: "\(address)/\(slug)/new-password/\(link)", until: dayAndTime(until)),
                sealing: secrets)
            return Recorded(Event(.mailQueued, RecordSubject(.user, user.id), after: ["messages": .number(1)]))
        }
        return true
    }
}
