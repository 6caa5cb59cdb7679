import Foundation
import Governance
import Platforms
import Store

/// Sends an administrator a mail at once, past the queue, to see whether the settings are right.
package struct SendTestMail: Sendable {
    package init() {}

    /// Returns the address it went to. Throws `.conflict` with what the server said.
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> String {
        guard let kept = try await organisation.database.mailServer() else { throw ActionError.notFound }
        let (address, name) = try await organisation.change(by: actor) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can send a test mail")
            guard let id = actor.user else { throw ActionError.notFound }
            return Recorded((try tx.user(id).email, try tx.card().name), Event(.mailTested, .mailServer))
        }
        do {
            let password = try kept.password.map {
                String(
                    decoding: try organisation.installation.secrets.open($0, for: ChangeMailServer.purpose),
                    as: UTF8.self)
            }
            try await organisation.installation.mail.send(
                OutgoingMail(
                    id: Randomness.system.secret(), from: kept.server.from, fromName: "Chaperone, \(name)", to: address,
                    subject: MailWords.subject(.test, at: name), text: "This is a test. Mail from Chaperone arrives.",
                    at: organisation.clock.now), through: kept.server, password: password)
        } catch let trouble as MailTrouble { throw ActionError.conflict(trouble.says) }
        return address
    }
}
