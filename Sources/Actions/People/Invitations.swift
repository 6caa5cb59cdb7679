import Foundation
import Governance
import Store

/// A way in that was made for somebody.
package struct Invitation: Sendable {
    package let user: User
    /// The secret of the link; it is shown once at most, and stored nowhere.
    package let link: String
    /// Until when the link counts.
    package let until: Date

    package init(user: User, link: String, until: Date) {
        self.user = user
        self.link = link
        self.until = until
    }
}

/// Ways in that were made, and whether they go out by mail; else whoever made them hands them over.
package struct Invitations: Sendable {
    package let each: [Invitation]
    package let areMailed: Bool

    package init(each: [Invitation], areMailed: Bool) {
        self.each = each
        self.areMailed = areMailed
    }

    var events: [Event] {
        areMailed
            ? each.map { Event(.mailQueued, RecordSubject(.user, $0.user.id), after: ["messages": .number(1)]) } : []
    }
}

/// How invitations go out by mail: the address of this Chaperone, and the key that seals them in the queue.
struct InvitationPost: Sendable {
    let address: String
    let slug: String
    let secrets: SecretsKey
}

extension Organisation {
    /// Makes invitations with the post where mail is on, and without it where not, or where nothing can be sealed.
    func mailing(_ make: (InvitationPost?) async throws -> Invitations) async throws -> Invitations {
        guard try await isMailOn(), let address = try await installation.publicAddress() else {
            return try await make(nil)
        }
        do {
            return try await make(InvitationPost(address: address, slug: slug, secrets: installation.secrets))
        } catch is SecretsTrouble { return try await make(nil) }
    }
}

extension WriteTransaction {
    /// Makes a one-time link for somebody; those made before count no more.
    func invitation(for user: User) throws -> Invitation {
        let invitation = Invitation(
            user: user, link: Randomness.system.secret(), until: now + OneTimeLink.Purpose.invitation.lasts)
        try insert(
            OneTimeLink(user: user.id, purpose: .invitation, expiresAt: invitation.until),
            tokenHash: tokenHash(invitation.link))
        return invitation
    }

    /// Puts them into the queue, unless its server takes none just now.
    func send(_ invitations: [Invitation], by post: InvitationPost?) throws -> Invitations {
        guard let post, try !isMailStuck() else { return Invitations(each: invitations, areMailed: false) }
        for invitation in invitations { try queue(invitation, by: post) }
        return Invitations(each: invitations, areMailed: true)
    }

    private func queue(_ invitation: Invitation, by post: InvitationPost) throws {
        let name = try card().name
        try queueMail(
            .invitation, to: invitation.user.id, at: invitation.user.email,
            subject: MailWords.subject(.invitation, at: name),
            text: MailWords.invitation(
                to: invitation.user.name, at: name,
                link: "\(post.address)/\(post.slug)/new-password/\(invitation.link)",
                until: dayAndTime(invitation.until)), sealing: post.secrets)
    }
}
