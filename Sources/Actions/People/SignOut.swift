import Governance
import Store

/// Ends the session one is using.
package struct SignOut: Sendable {
    package var session: Identifier<UserSession>

    package init(session: Identifier<UserSession>) {
        self.session = session
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await endOwn(session, as: .signedOut, in: organisation, by: actor)
    }
}
