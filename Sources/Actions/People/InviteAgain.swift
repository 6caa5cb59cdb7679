import Foundation
import Governance
import Store

/// Mails a new link to everybody who was invited and has not come: the link before counts no more.
package struct InviteAgain: Sendable {
    package var users: [Identifier<User>]

    /// Nobody is mailed again sooner than this, in seconds.
    package static let pause: TimeInterval = 24 * 3600

    package init(_ users: [Identifier<User>]) { self.users = users }

    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Invitations {
        try await organisation.mailing { post in
            guard post != nil else {
                throw ActionError.conflict("Mail does not go out just now. Make each of them a link on their page")
            }
            return try await organisation.change(by: actor) { tx in
                try tx.require(.administrator, at: nil, "Only an administrator can invite people")
                let waiting = try users.compactMap { try tx.isInvited($0) ? try tx.user($0) : nil }
                let sent = try tx.send(try waiting.map { try tx.invitation(for: $0) }, by: post)
                return Recorded(
                    sent,
                    Event(
                        .staffInvited, RecordSubject(.roll, "1"),
                        after: ["people": .number(waiting.count), "again": .flag(true)]),
                    and: waiting.map { Event(.linkMade, RecordSubject(.user, $0.id)) } + sent.events)
            }
        }
    }
}

extension WriteTransaction {
    /// Whether somebody was invited, has not come, and was not written to within the pause.
    fileprivate func isInvited(_ user: Identifier<User>) throws -> Bool {
        guard let invitedAt = try invitedWithoutComing(user) else { return false }
        return invitedAt + InviteAgain.pause <= now
    }
}
