import Foundation
import Governance
import Store

/// Sends the one-time link of an invitation by mail, where mail goes out; else it is handed over by whoever made it.
package struct MailInvitation: Sendable {
    package var user: Identifier<User>
    package var link: String
    package var until: Date

    package init(user: Identifier<User>, link: String, until: Date) {
        self.user = user
        self.link = link
        self.until = until
    }

    /// False when mail is not on, when its server takes none just now, or when no text can be sealed: then nothing is done.
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Bool {
        guard try await organisation.isMailOn(), let address = try await organisation.installation.publicAddress()
        else { return false }
        do {
            return try await queue(at: address, in: organisation, by: actor)
        } catch is SecretsTrouble { return false }
    }

    private func queue(at address: String, in organisation: Organisation, by actor: Actor) async throws -> Bool {
        let (secrets, slug) = (organisation.installation.secrets, organisation.slug)
        return try await organisation.change(by: actor) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can invite people")
            guard try !tx.isMailStuck() else { return .unchanged(false) }
            let user = try tx.user(user)
            let name = try tx.card().name
            try tx.queueMail(
                .invitation, to: user.id, at: user.email, subject: MailWords.subject(.invitation, at: name),
                text: MailWords.invitation(
                    to: user.name, at: name, link: "\(address)/\(slug)/new-password/\(link)", until: dayAndTime(until)),
                sealing: secrets)
            return Recorded(true, Event(.mailQueued, RecordSubject(.user, user.id), after: ["messages": .number(1)]))
        }
    }
}
