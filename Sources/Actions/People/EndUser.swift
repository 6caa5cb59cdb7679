import Governance
import Store

/// Shuts a user out who has left: roles end, sessions end. Never the last administrator. Where the policy has leavers say
/// that what is confidential stays so, they say it first, unless they cannot be asked (CON-06).
package struct EndUser: Sendable {
    package var user: Identifier<User>
    package var why: String
    /// They cannot be asked first; senior leaders get it from them afterwards.
    package var isUnasked: Bool

    package init(user: Identifier<User>, why: String, isUnasked: Bool = false) {
        self.user = user
        self.why = why
        self.isUnasked = isUnasked
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let why = try required(why, "why", "Say why this person is shut out", most: 500)
        try await organisation.change(by: actor) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can shut people out")
            var user = try tx.user(user)
            guard user.endedAt == nil else { return .unchanged }
            let grants = try tx.grants(of: user.id)
            let schools = try tx.schoolsEver(of: user.id)
            if actor.user != nil, !isUnasked, let asked = try organisation.owedOnLeaving(by: user.id, at: schools, tx) {
                throw ActionError.invalid(
                    "unasked",
                    "\(user.name) has not said yet that what is confidential stays so (\(whoseRule(asked.sections))). Ask "
                        + "them first, or say that they cannot be asked")
            }
            let able = try tx.administratorsWhoComeIn()
            user.endedAt = tx.now
            try tx.update(user)
            for grant in grants { try tx.end(grant) }
            try tx.endSessions(of: user.id)
            try requireAdministrator(tx)
            try tx.requireAdministratorWhoComesIn(before: able)
            let speaking = try tx.endAuthorities(of: user.id, why: why)
            return Recorded(
                Event(
                    .userEnded, RecordSubject(.user, user.id), before: ["grants": .list(grants.map { .init($0) })],
                    why: why), and: speaking.events,
                tasks: try tx.handbookTasks(organisation.installation.policies, of: user.id, leadersToo: true)
                    + organisation.handoverTasks(of: user.id, .left, tx)
                    + organisation.leavingTasks(of: user.id, isGone: true, schools: schools, tx)
                    + speaking.tasks + [.close(.lookAtRefusedUser, RecordSubject(.user, user.id))])
        }
    }
}
