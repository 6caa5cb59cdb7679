import Foundation
import Governance
import Store

/// An organisation as one comes in: what it is, what holds there, and who comes; all from one moment.
package struct Entrance: Sendable {
    package let card: OrganisationCard
    /// Nil when none was put in force for the whole organisation.
    package let policy: PolicyInForce?
    /// What pages show to whoever comes.
    package let settings: Settings
    /// Nil when no session counts.
    package let signedIn: SignedIn?
}

extension Organisation {
    /// - Parameter cookie: the secret of the cookie; nil when there is none.
    package func entrance(cookie: String?) async throws -> Entrance {
        let rows = try await database.entrance(tokenHash: cookie.map(tokenHash))
        if let session = rows.session?.session { try await keepInUse(session) }
        return Entrance(
            card: rows.card, policy: try await policyInForce(rows.policy), settings: rows.settings,
            signedIn: rows.session?.signedIn)
    }
}
