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

/// Ends all sessions of a user: one's own save the one in use, or as an administrator somebody's.
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
            }
            _ = try tx.user(user)
            let count = try tx.endSessions(of: user, but: but)
            return Recorded(Event(.sessionsEnded, RecordSubject(.user, user), after: ["ended": .number(count)]))
        }
    }
}

private func endOwn(
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
