import Foundation
import Governance
import Store

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
