import Governance
import Store

/// Stops everything that is scheduled, at a school or at all of them, at once.
package struct PausePublishing: Sendable {
    /// Nil: every school.
    package var school: Identifier<School>?
    package var reason: String

    package init(school: Identifier<School>? = nil, reason: String) {
        self.school = school
        self.reason = reason
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let reason = try required(reason, "reason", "Say why nothing is to go out", most: 500)
        try await organisation.change(by: actor) { tx in
            guard try tx.authority().holds(any: PublishingRoles.pausing, at: try tx.scope(of: school)) else {
                throw ActionError.notPermitted("A moderator, a senior leader or the headteacher pauses publishing")
            }
            if try tx.pauses(at: school).contains(where: { $0.school == school }) { return .unchanged }
            try tx.pause(school, reason: reason)
            return Recorded(Event(.publishingPaused, .school(school), why: reason))
        }
    }
}
