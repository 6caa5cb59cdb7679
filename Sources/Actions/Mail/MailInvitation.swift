import Foundation
import Governance
import Store

/// Sends the one-time link of an invitation by mail, where mail goes out; else it is handed over by whoever made it.
package struct MailInvitation: Sendable {
    package var user: Identifier<User>
    package var link: String
    package var until: Date

    package init(user: Identifier<User>, link: String, until: Date) {
        self.user = user
        self.link = link
        self.until = until
    }

    /// False when mail is not on, when its server takes none just now, or when no text can be sealed: then nothing is done.
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Bool {
        try await organisation.mailing { post in
            guard let post else { return Invitations(each: [], areMailed: false) }
            return try await organisation.change(by: actor) { tx in
                try tx.require(.administrator, at: nil, "Only an administrator can invite people")
                let sent = try tx.send([Invitation(user: try tx.user(user), link: link, until: until)], by: post)
                guard let queued = sent.events.first else { return .unchanged(sent) }
                return Recorded(sent, queued)
            }
        }.areMailed
    }
}
