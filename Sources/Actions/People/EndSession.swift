import Governance
import Store

/// Ends another of one's own sessions.
package struct EndSession: Sendable {
    package var session: Identifier<UserSession>

    package init(session: Identifier<UserSession>) {
        self.session = session
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await endOwn(session, as: .sessionEnded, in: organisation, by: actor)
    }
}
