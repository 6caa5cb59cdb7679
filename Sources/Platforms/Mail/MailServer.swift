import Foundation
import Governance

/// One message to one person, ready to be handed over.
package struct OutgoingMail: Sendable, Equatable {
    /// Tells it from every other for ever; a server that gets it twice can see so.
    package var id: String
    package var from: String
    /// Shown beside the address of the sender.
    package var fromName: String
    package var to: String
    package var subject: String
    package var text: String
    package var at: Date

    package init(
        id: String, from: String, fromName: String, to: String, subject: String, text: String, at: Date
    ) {
        self.id = id
        self.from = from
        self.fromName = fromName
        self.to = to
        self.subject = subject
        self.text = text
        self.at = at
    }
}

/// Hands mail over to a server; one interface for the real one, the demonstration's and tests.
package protocol MailCarrier: Sendable {
    /// Gives back when the server has taken it; throws `MailTrouble`.
    func send(_ mail: OutgoingMail, through server: MailServer, password: String?) async throws
}

/// Why a message was not taken.
package struct MailTrouble: Error, Equatable {
    /// For whoever looks after the mail server; it names no address and no password.
    package var says: String
    /// Trying again would not help: the server refuses this recipient or this message for good.
    package var isFinal: Bool

    package init(_ says: String, isFinal: Bool = false) {
        self.says = says
        self.isFinal = isFinal
    }
}
