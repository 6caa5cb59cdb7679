import Foundation
import Governance
import Store

extension WriteTransaction {
    /// Puts a mail into the queue, to a user or to a parent, its text sealed. Whoever asks has seen that mail is on.
    /// - Returns: the mail.
    @discardableResult
    func queueMail(
        _ kind: MailKind, to user: Identifier<User>?, at address: String, subject: String, text: String,
        sealing secrets: SecretsKey, from due: Date? = nil
    ) throws -> Identifier<QueuedMail> {
        let id: Identifier<QueuedMail> = identifier()
        try queue(
            id, kind, to: user, at: address, subject: subject,
            text: secrets.seal(Data(text.utf8), for: QueuedMail.purpose(id)), from: due)
        return id
    }
}

extension Organisation {
    /// Whether mail goes out from here.
    package func isMailOn() async throws -> Bool { try await database.mailServer()?.server.isOn == true }
}

/// The words of every mail. None holds anybody's name but its reader's: what waits is said on the page it links to.
enum MailWords {
    static func subject(_ kind: MailKind, at organisation: String, count: Int = 1) -> String {
        switch kind {
        case .news: count == 1 ? "Something waits for you in Chaperone" : "\(count) things wait for you in Chaperone"
        case .digest: "What waits for you in Chaperone today"
        case .invitation: "Your way into Chaperone at \(organisation)"
        case .lostPassword: "A new password for Chaperone"
        case .test: "A test from Chaperone"
        case .pictures: FamilyMailWords.english.subject(at: organisation)
        }
    }

    /// - Parameters:
    ///   - link: the whole address.
    ///   - choice: where the reader chooses how to hear.
    static func news(count: Int, to name: String, at organisation: String, link: String, choice: String) -> String {
        """
        Dear \(name),

        \(count == 1 ? "something waits for you" : "\(count) things wait for you") in Chaperone at \(organisation). \
        Sign in to read it:

        \(link)

        Mails from Chaperone never say what it is about, and never name a child.
        You choose when they come: \(choice)
        """
    }

    static func invitation(to name: String, at organisation: String, link: String, until: String) -> String {
        """
        Dear \(name),

        \(organisation) runs its social media policy with Chaperone, and gives you a way in:

        \(link)

        The link works once, until \(until). If you did not expect it, leave it and tell your school.
        """
    }

    static func lostPassword(to name: String, at organisation: String, link: String, until: String) -> String {
        """
        Dear \(name),

        somebody, we hope you, asked for a new password for Chaperone at \(organisation). Choose it here:

        \(link)

        The link works once, until \(until). If it was not you, leave it: nothing changes.
        """
    }

    static func schoolAccount(to name: String, at organisation: String, link: String) -> String {
        """
        Dear \(name),

        somebody, we hope you, asked for a new password for Chaperone at \(organisation). You need none: you sign in with \
        your school account.

        \(link)
        """
    }
}
