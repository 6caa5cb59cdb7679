import Governance
import Store

/// Takes somebody's one-time codes away, for a telephone that is lost; they set up new ones when they sign in next.
package struct ResetOneTimeCodes: Sendable {
    package var user: Identifier<User>
    package var why: String

    package init(user: Identifier<User>, why: String) {
        self.user = user
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let why = try required(why, "why", "Say why they are reset, and how you know who asked", most: 500)
        try await organisation.change(by: actor) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can reset somebody’s codes")
            guard actor.user != user else {
                throw ActionError.notPermitted("Nobody resets their own codes. Ask another administrator")
            }
            guard try tx.removeOneTimeCode(of: user) else { return .unchanged }
            let ended = try tx.endSessions(of: user)
            return Recorded(
                Event(
                    .codesReset, RecordSubject(.user, user), after: ["sessionsEnded": .number(ended)], why: why),
                notices: [
                    NewNotice(
                        to: user, .codesReset, RecordSubject(.user, user),
                        says: "An administrator reset your one-time codes. If you did not ask for it, say so at once")
                ])
        }
    }
}
