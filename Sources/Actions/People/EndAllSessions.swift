import Governance
import Store

/// Ends all sessions of a user: one's own save the one in use, or as an administrator somebody's, with the addresses of
/// their calendar.
package struct EndAllSessions: Sendable {
    package var user: Identifier<User>
    package var but: Identifier<UserSession>?

    package init(user: Identifier<User>, but: Identifier<UserSession>? = nil) {
        self.user = user
        self.but = but
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            if actor.user != user {
                try tx.require(.administrator, at: nil, "Only an administrator can sign somebody else out")
                try tx.removeCalendarAddresses(of: user)
            }
            _ = try tx.user(user)
            let count = try tx.endSessions(of: user, but: but)
            return Recorded(Event(.sessionsEnded, RecordSubject(.user, user), after: ["ended": .number(count)]))
        }
    }
}
