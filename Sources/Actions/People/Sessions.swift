import Foundation
import Governance
import Store

extension Organisation {
    /// Who asks, by the secret of the cookie; nil when the session does not count any more.
    package func signedIn(cookie: String) async throws -> SignedIn? {
        guard let found = try await database.signedIn(tokenHash: tokenHash(cookie)) else { return nil }
        if clock.now.timeIntervalSince(found.session.lastUsedAt) > 60 {
            try await database.keep { try $0.touch(found.session.id) }
        }
        return found.signedIn
    }
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
