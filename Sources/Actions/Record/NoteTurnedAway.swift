import Governance
import Store

/// Puts on record that a user was turned away from a route: once for each user, route and day.
package struct NoteTurnedAway: Sendable {
    /// The method and the pattern of the address, `GET /{organisation}/people`: nobody's id is in it.
    package var route: String

    package init(route: String) {
        self.route = route
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let subject = RecordSubject(.route, route)
        let today = Day(of: organisation.clock.now).start()
        guard try await !organisation.database.hasEvent(.turnedAway, about: subject, by: actor, since: today) else {
            return
        }
        try await organisation.change(by: actor) { tx in
            guard try !tx.hasEvent(.turnedAway, about: subject, since: today) else { return .unchanged }
            return Recorded(Event(.turnedAway, subject))
        }
    }
}
