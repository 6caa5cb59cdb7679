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
