import Governance
import Store

/// Lets somebody back in who was shut out: without the roles of then, which are given anew, and by a one-time link, for what
/// they signed in with may be known by now.
package struct ReopenUser: Sendable {
    package var user: Identifier<User>
    package var why: String

    package init(_ user: Identifier<User>, why: String) {
        self.user = user
        self.why = why
    }

    /// The link, or nil when they can sign in already.
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Invitation? {
        let why = try required(why, "why", "Say why this person comes back", most: 500)
        return try await organisation.change(by: actor) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can let people back in")
            var user = try tx.user(user)
            guard user.endedAt != nil else { return .unchanged(nil) }
            user.endedAt = nil
            try tx.update(user)
            let hadPassword = try tx.removePassword(of: user.id)
            let released = try tx.removeIdentities(of: user.id)
            let invitation = try tx.invitation(for: user)
            return Recorded(
                invitation,
                Event(
                    .userReopened, RecordSubject(.user, user.id),
                    before: ["passwordRemoved": .flag(hadPassword), "released": .number(released)], why: why),
                tasks: try tx.handbookTasks(organisation.installation.policies, of: user.id, leadersToo: true)
                    + organisation.tasks(ofReturned: user.id, tx))
        }
    }
}
