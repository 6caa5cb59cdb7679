import Governance
import Store

@testable import Actions

extension Organisation {
    /// A parent's link, as a mail would bring it.
    func freshLink(for email: String, about pupil: Identifier<Person>) async throws -> String {
        let link = Randomness.system.secret()
        try await change(by: .console) { tx in
            _ = try tx.insertPictureLink(tokenHash(link), for: email)
            return Recorded(Event(.consentLinkSent, RecordSubject(.person, pupil)))
        }
        return link
    }

    /// Somebody answers by such a link, for one child.
    func answerByLink(
        of email: String, about pupil: Identifier<Person>, allowing places: Set<Consent.Channel>,
        signed name: String = ""
    ) async throws {
        try await AnswerByLink(
            link: freshLink(for: email, about: pupil), children: [.init(pupil, allowing: places)], name: name,
            wording: "2026-11-23", language: "en"
        ).perform(in: self)
    }
}
