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
        if let session = rows.session?.session, clock.now.timeIntervalSince(session.lastUsedAt) > 60 {
            try await database.keep { try $0.touch(session.id) }
        }
        return Entrance(
            card: rows.card, policy: try await policyInForce(rows.policy), settings: rows.settings,
            signedIn: rows.session?.signedIn)
    }

    /// Who asks, by the secret of the cookie; nil when the session does not count any more.
    package func signedIn(cookie: String) async throws -> SignedIn? { try await entrance(cookie: cookie).signedIn }
}

extension Organisation {
    /// Whose session a cookie was of, also when it has ended; nil when there never was such a session.
    package func owner(ofCookie cookie: String) async throws -> Identifier<User>? {
        try await database.owner(ofSession: tokenHash(cookie))
    }
}

func endOwn(
    _ id: Identifier<UserSession>, as kind: Event.Kind, in organisation: Organisation, by actor: Actor
) async throws {
    try await organisation.change(by: actor) { tx in
        let session = try tx.session(id)
        guard actor.user == session.user else { throw ActionError.notFound }
        guard session.endedAt == nil else { return .unchanged }
        try tx.end(id)
        return Recorded(Event(kind, RecordSubject(.user, session.user), after: ["session": .text(id.text)]))
    }
}
