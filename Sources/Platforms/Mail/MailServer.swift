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
    package var whose: Whose

    package enum Whose: Sendable, Equatable {
        /// The server refuses this recipient or this message for good: trying again would not help.
        case recipientForGood
        /// The server did not take this one just now.
        case recipientForNow
        /// The server does not answer: every other mail would wait for it just as long.
        case away
        /// The server refuses whoever sends it, or cannot be reached safely: no mail goes out before somebody mends that.
        case setUp
    }

    package var isFinal: Bool { whose == .recipientForGood }
    /// Whether no other mail would go through this server either.
    package var isOfServer: Bool { whose == .away || whose == .setUp }

    package init(_ says: String, _ whose: Whose) {
        self.says = says
        self.whose = whose
    }

    package init(_ says: String, isFinal: Bool = false) {
        self.init(says, isFinal ? .recipientForGood : .recipientForNow)
    }
}
