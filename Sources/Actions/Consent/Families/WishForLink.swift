import Foundation
import Governance
import Store

/// Asks on the public page for a link to the address on record. Nothing is looked up before the page has answered, so that
/// neither its words nor its time tell whether anybody has that address.
package struct WishForLink: Sendable {
    package var email: String
    /// The network address that asks, as far as it is known.
    package var address: String
    /// Of the page on which they ask, `pl`; the mail comes in it, and those after it.
    package var language: String

    package init(email: String, address: String, language: String = "en") {
        self.email = email
        self.address = address
        self.language = language
    }

    package enum Answer: Sendable, Equatable {
        case asked
        case wait(seconds: Int)
    }

    static func purpose(_ id: String) -> String { "picture-link-wish:\(id)" }

    package func perform(in organisation: Organisation) async throws -> Answer {
        let email = foldedEmail(email)
        guard refusal(ofEmail: email) == nil else {
            throw ActionError.invalid("email", "Enter an e-mail address such as name@family.example")
        }
        let keys = ThrottleKeys(email: "pictures " + email, address: address, what: "pictures ")
        if let seconds = try await keys.countTry(in: organisation) { return .wait(seconds: seconds) }
        let id = Randomness.system.identifier(WishForLink.self).text
        let sealed = try organisation.installation.secrets.seal(Data(email.utf8), for: Self.purpose(id))
        let language = FamilyLanguage(called: language).rawValue
        try await organisation.database.keep { try $0.wishForLink(id, sealed: sealed, language: language) }
        try await organisation.noteDue()
        return .asked
    }
}
