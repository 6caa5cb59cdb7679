import Governance
import Store

/// Releases a user from their account at the provider, for one that was bound wrongly or is replaced.
package struct ReleaseIdentity: Sendable {
    package var user: Identifier<User>
    package var why: String

    package init(user: Identifier<User>, why: String) {
        self.user = user
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let why = try required(why, "why", "Say why", most: 500)
        try await organisation.change(by: actor) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can release somebody’s school account")
            guard actor.user != user else {
                throw ActionError.notPermitted("Nobody releases their own school account. Ask another administrator")
            }
            let identities = try tx.identities(of: user)
            let able = try tx.administratorsWhoComeIn()
            guard try tx.removeIdentities(of: user) > 0 else { return .unchanged }
            try tx.requireAdministratorWhoComesIn(before: able)
            let ended = try tx.endSessions(of: user)
            return Recorded(
                Event(
                    .providerReleased, RecordSubject(.user, user),
                    before: ["issuers": .list(identities.map { .text($0.issuer) })],
                    after: ["sessionsEnded": .number(ended)], why: why),
                tasks: [.close(.lookAtRefusedUser, RecordSubject(.user, user))])
        }
    }
}
