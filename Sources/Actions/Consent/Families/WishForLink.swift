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
        let language = FamilyMailWords.called(language).code
        try await organisation.database.keep { try $0.wishForLink(id, sealed: sealed, language: language) }
        try await organisation.noteDue()
        return .asked
    }
}

/// The other half: looks the address up and sends the link, where it is a parent's.
struct GrantLinkWish: Sendable {
    let id: String

    /// Of one address within a day; whoever wishes for more of them is not the parent.
    private static let mostADay = 5

    func perform(in organisation: Organisation) async throws {
        let post = try await organisation.familyPost()
        try await organisation.change(by: .visitor) { tx in
            guard let post, let wish = try tx.linkWish(id) else { return .unchanged }
            let email = String(
                decoding: try organisation.installation.secrets.open(wish.email, for: WishForLink.purpose(id)),
                as: UTF8.self)
            let pupils = try tx.pupils(ofParent: email)
            guard let first = pupils.first, try tx.pictureLinksToday(for: email) < Self.mostADay else {
                return .unchanged
            }
            try tx.endLinkWish(id)
            // anybody may wish for a link to an address they know: the language is that of this one mail
            try tx.mailPictureLink(
                to: email, called: first.parents.joined(separator: ", "), notAtNight: false, language: wish.language,
                by: post)
            return Recorded(
                Event(.consentLinkSent, RecordSubject(.person, first.entry.id)),
                and: pupils.dropFirst().map { Event(.consentLinkSent, RecordSubject(.person, $0.entry.id)) })
        }
        try await organisation.database.keep { try $0.dropLinkWish(id) }
    }
}
