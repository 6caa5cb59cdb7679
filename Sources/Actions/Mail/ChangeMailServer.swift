import Foundation
import Governance
import Platforms
import Store

/// Says through which server mail goes out, and whether it does.
package struct ChangeMailServer: Sendable {
    package var server: MailServer
    /// Nil keeps the one that is kept.
    package var password: String?

    package init(to server: MailServer, password: String? = nil) {
        self.server = server
        self.password = password
    }

    static let purpose = "mail-server"

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let (fresh, errors) = server.checked()
        let password = password.flatMap { $0.isEmpty ? nil : $0 }
        try await organisation.change(by: actor) { tx in
            // within the change, so that no key that was replaced meanwhile seals it
            let sealed = try password.map {
                try organisation.installation.secrets.seal(Data($0.utf8), for: Self.purpose)
            }
            try tx.require(.administrator, at: nil, "Only an administrator can say how mail goes out")
            let before = try tx.mailServer()
            var errors = errors
            if fresh.user != nil, sealed == nil, before?.password == nil {
                errors.append(FieldError("password", "Enter the password for this name"))
            }
            // a password is for the server it was entered for, and goes to no other
            if sealed == nil, fresh.user != nil, let before, before.password != nil,
                before.server.host != fresh.host || before.server.port != fresh.port || before.server.user != fresh.user
            {
                errors.append(FieldError("password", "Enter the password again: it was for another server or name"))
            }
            guard errors.isEmpty else { throw ActionError.invalid(errors) }
            let kept = KeptMailServer(
                server: fresh, password: fresh.user == nil ? nil : sealed ?? before?.password)
            guard kept != before else { return .unchanged }
            try tx.keep(kept)
            // families who wait are asked by mail from now on, or no longer
            try tx.setDue(.familiesToAsk, "organisation", at: tx.now)
            return Recorded(
                Event(
                    .mailServerChanged, .mailServer, before: try before.map { try RecordValue(encoding: $0.server) },
                    after: try RecordValue(encoding: fresh)))
        }
        try await organisation.noteDue()
    }
}

extension RecordSubject {
    static let mailServer = RecordSubject(.mailServer, "1")
}

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
