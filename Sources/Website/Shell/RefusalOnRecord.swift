import Actions
import Governance
import HTTPTypes

extension Doorkeeper {
    /// Puts on record that someone signed in was turned away; false when it is no such refusal, or could not be kept.
    func putOnRecord(_ error: any Error, _ visit: Visit, _ route: Route) async -> Bool {
        guard Self.isRefusal(error), let user = visit.session?.signedIn?.user.id,
            let organisation = visit.arrival?.organisation
        else { return false }
        let refused = NoteTurnedAway(route: "\(route.method.rawValue) \(route.url.pattern)")
        return (try? await refused.perform(in: organisation, by: .user(user))) != nil
    }

    private static func isRefusal(_ error: any Error) -> Bool {
        switch error {
        case TurnedAway.notPermitted, TurnedAway.notAllowed, ActionError.notPermitted: true
        default: false
        }
    }
}
