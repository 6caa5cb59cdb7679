import Governance
import Store

/// Shuts a user out who has left: roles end, sessions end. Never the last administrator.
package struct EndUser: Sendable {
    package var user: Identifier<User>
    package var why: String

    package init(user: Identifier<User>, why: String) {
        self.user = user
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let why = try required(why, "why", "Say why this person is shut out", most: 500)
        try await organisation.change(by: actor) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can shut people out")
            var user = try tx.user(user)
            guard user.endedAt == nil else { return .unchanged }
            user.endedAt = tx.now
            try tx.update(user)
            let grants = try tx.grants(of: user.id)
            for grant in grants { try tx.end(grant) }
            try tx.endSessions(of: user.id)
            try requireAdministrator(tx)
            return Recorded(
                Event(
                    .userEnded, RecordSubject(.user, user.id), before: ["grants": .list(grants.map { .init($0) })],
                    why: why),
                tasks: try tx.handbookTasks(organisation.installation.policies, of: user.id)
                    + [.close(.lookAtRefusedUser, RecordSubject(.user, user.id))])
        }
    }
}
