import Foundation
import Governance
import Store

extension Organisation {
    /// Who asks, by the secret of the cookie; nil when the session does not count any more.
    package func signedIn(cookie: String) async throws -> SignedIn? {
        guard let found = try await database.openSession(tokenHash: tokenHash(cookie)) else { return nil }
        try await keepInUse(found.session)
        return found.signedIn
    }

    /// A session ends when it is not used for a time; to the minute is near enough.
    func keepInUse(_ session: UserSession) async throws {
        guard clock.now.timeIntervalSince(session.lastUsedAt) > 60 else { return }
        try await database.keep { try $0.touch(session.id) }
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
