import Foundation
import Governance
import Store

/// Takes somebody's one-time codes away, for a telephone that is lost, and the password with them, so that whoever knows
/// it gains nothing. The way back in is a one-time link that the administrator hands over; then new codes are set up.
package struct ResetOneTimeCodes: Sendable {
    package var user: Identifier<User>
    package var why: String

    package init(user: Identifier<User>, why: String) {
        self.user = user
        self.why = why
    }

    /// The secret of the link, which is shown once and stored nowhere, and until when it counts; nil when there were no
    /// codes.
    @discardableResult
    package func perform(
        in organisation: Organisation, by actor: Actor
    ) async throws -> (secret: String, until: Date)? {
        let link = Randomness.system.secret()
        let why = try required(why, "why", "Say why they are reset, and how you know who asked", most: 500)
        let until: Date? = try await organisation.change(by: actor) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can reset somebody’s codes")
            guard actor.user != user else {
                throw ActionError.notPermitted("Nobody resets their own codes. Ask another administrator")
            }
            guard let ended = try tx.takeCodes(of: user) else { return .unchanged(nil) }
            let until = tx.now + OneTimeLink.Purpose.lostPassword.lasts
            try tx.insert(OneTimeLink(user: user, purpose: .invitation, expiresAt: until), tokenHash: tokenHash(link))
            return Recorded(
                until, .codesReset(of: user, sessionsEnded: ended, why: why),
                and: [Event(.linkMade, RecordSubject(.user, user))], notices: [.codesReset(of: user)])
        }
        return until.map { (link, $0) }
    }
}

extension WriteTransaction {
    /// Takes somebody's codes away, and with them the password, the sessions, and the count of wrong codes. Returns how
    /// many sessions ended; nil when there were no codes.
    func takeCodes(of user: Identifier<User>) throws -> Int? {
        guard try removeOneTimeCode(of: user) else { return nil }
        _ = try removePassword(of: user)
        try forgetThrottles(beginning: ThrottleKeys.key(of: "code \(user.text)"))
        return try endSessions(of: user)
    }
}

extension Event {
    static func codesReset(of user: Identifier<User>, sessionsEnded: Int, why: String) -> Event {
        Event(
            .codesReset, RecordSubject(.user, user),
            after: ["sessionsEnded": .number(sessionsEnded), "passwordRemoved": .flag(true)], why: why)
    }
}

extension NewNotice {
    static func codesReset(of user: Identifier<User>) -> NewNotice {
        NewNotice(
            to: user, .codesReset, RecordSubject(.user, user),
            says: "Your one-time codes and your password were reset. If you did not ask for it, say so at once")
    }
}
