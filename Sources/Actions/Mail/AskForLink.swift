import Foundation
import Governance
import Store

/// Asks for a link to a new password by mail. The answer is the same whether anybody has that address or not.
package struct AskForLink: Sendable {
    package var email: String
    /// The network address that asks, as far as it is known.
    package var address: String

    package init(email: String, address: String) {
        self.email = email
        self.address = address
    }

    package enum Answer: Sendable, Equatable {
        /// If somebody has this address, a mail is on its way.
        case asked
        case wait(seconds: Int)
    }

    package func perform(in organisation: Organisation) async throws -> Answer {
        let email = foldedEmail(email)
        guard refusal(ofEmail: email) == nil else {
            throw ActionError.invalid("email", "Enter an e-mail address such as name@school.example")
        }
        guard try await organisation.isMailOn() else { throw ActionError.notFound }
        let keys = ThrottleKeys(email: "link " + email, address: address, what: "link ")
        if let seconds = try await keys.countTry(in: organisation) { return .wait(seconds: seconds) }
        let link = Randomness.system.secret()
        let (installation, slug) = (organisation.installation, organisation.slug)
        let address = try await installation.publicAddress() ?? ""
        try await organisation.change(by: .visitor) { tx in
            guard let user = try tx.user(email: email), user.endedAt == nil else { return .unchanged }
            let name = try tx.card().name
            let until = tx.now + OneTimeLink.Purpose.lostPassword.lasts
            let here = address + "/" + slug
            let text: String
            if try !tx.identities(of: user.id).isEmpty, try !tx.hasPassword(user.id) {
                text = MailWords.schoolAccount(to: user.name, at: name, link: here)
            } else {
                try tx.insert(
                    OneTimeLink(user: user.id, purpose: .lostPassword, expiresAt: until), tokenHash: tokenHash(link))
                text = MailWords.lostPassword(
                    to: user.name, at: name, link: here + "/new-password/" + link, until: dayAndTime(until))
            }
            try tx.queueMail(
                .lostPassword, to: user.id, at: user.email, subject: MailWords.subject(.lostPassword, at: name),
                text: text, sealing: installation.secrets)
            return Recorded(Event(.linkAsked, RecordSubject(.user, user.id)))
        }
        return .asked
    }
}

/// `22 November 2026 at 15:42`, in London.
func dayAndTime(_ instant: Date) -> String {
    var style = Date.FormatStyle(locale: Locale(identifier: "en_GB"))
    style.timeZone = TimeZone(identifier: "Europe/London") ?? .gmt
    return instant.formatted(style.day().month(.wide).year().hour(.twoDigits(amPM: .omitted)).minute(.twoDigits))
}
