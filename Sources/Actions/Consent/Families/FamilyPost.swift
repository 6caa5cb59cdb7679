import Foundation
import Governance
import Store

/// How mails go out to families: the address of this Chaperone, with which the link begins, and the key that seals them.
struct FamilyPost: Sendable {
    let address: String
    let secrets: SecretsKey
}

/// Whether questions and links go out to families by mail, and if not, what has to be done.
package enum FamilyMail: Sendable, Equatable {
    case goesOut, isOff
    /// Mail is on, but a link could not be followed: nobody has said by which address this Chaperone is reached.
    case hasNoAddress
}

extension Organisation {
    /// Nil where no mail goes out, or a link in it would lead nowhere.
    func familyPost() async throws -> FamilyPost? {
        guard try await isMailOn(), let address = try await installation.publicAddress() else { return nil }
        return FamilyPost(address: address, secrets: installation.secrets)
    }

    package func familyMail() async throws -> FamilyMail {
        guard try await isMailOn() else { return .isOff }
        return try await installation.publicAddress() == nil ? .hasNoAddress : .goesOut
    }
}

extension WriteTransaction {
    /// A fresh link to one address, in the language that its family chose; nothing of the child is in the mail but that it
    /// is about a child. It asks whatever waits for an answer of theirs, and takes the place of a mail that has not gone.
    /// - Parameter notAtNight: nobody asked for it, so it waits for the morning.
    func mailPictureLink(
        to email: String, called name: String, notAtNight: Bool, language: String? = nil, by post: FamilyPost
    ) throws {
        let link = Randomness.system.secret()
        let card = try card()
        try dropPictureMails(to: email)
        let until = try insertPictureLink(tokenHash(link), for: email)
        let here = post.address + "/" + card.slug + "/pictures"
        let words = try FamilyMailWords.of(FamilyLanguage(called: language ?? familyLanguage(of: email)))
        let mail = try queueMail(
            .pictures, to: nil, at: email, subject: words.subject(at: card.name),
            text: words.text(
                to: name, at: card.name, link: here + "/" + link, until: Day(of: until), again: here),
            sealing: post.secrets, from: notAtNight ? MailChoice.awake(now) : nil)
        try insertPictureQuestion(mail, to: email)
    }
}

extension SendMail {
    /// A question that the server has taken was asked, and that is put on record with it.
    static func questionSent(_ mail: QueuedMail, in organisation: Organisation) async throws {
        try await organisation.change(by: .schedule) { tx in
            guard try tx.holds(mail) else { return .unchanged }
            let asked = try tx.markDelivered(mail)
            guard let first = asked.first else {
                return Recorded(Event(.questionDelivered, RecordSubject(.mail, mail.id.text)))
            }
            return Recorded(
                Event(.questionDelivered, RecordSubject(.person, first)),
                and: asked.dropFirst().map { Event(.questionDelivered, RecordSubject(.person, $0)) })
        }
    }
}

extension WriteTransaction {
    /// A mail that is tried no more: whoever it was to ask about is asked on paper.
    func questionFailed(_ mail: QueuedMail) throws -> [Event] {
        guard mail.kind == .pictures else { return [] }
        let pupils = try markFailed(mail)
        // the office gets its task when that is looked at
        if !pupils.isEmpty { try setDue(.familiesToAsk, "organisation", at: now) }
        return pupils.map { Event(.questionFailed, RecordSubject(.person, $0)) }
    }
}
