import Governance
import Store

/// Changes what kind of person a user is to the school: whom a policy binds, and so what they are asked, rests on it, and
/// who counts as a member of staff for the accounts and groups that they run.
package struct ChangeUserKind: Sendable {
    package var user: Identifier<User>
    package var kind: Binding.Who
    package var why: String

    package init(user: Identifier<User>, to kind: Binding.Who, why: String) {
        self.user = user
        self.kind = kind
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let why = try required(why, "kindWhy", "Say why this changes", most: 500)
        try await organisation.change(by: actor) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can change what somebody is to the school")
            var user = try tx.user(user)
            guard user.endedAt == nil else { throw ActionError.conflict("This user has left") }
            guard user.kind != kind else { return .unchanged }
            let before = user.kind
            user.kind = kind
            try tx.update(user)
            return Recorded(
                Event(
                    .userKindChanged, RecordSubject(.user, user.id), before: ["kind": .text(before.rawValue)],
                    after: ["kind": .text(kind.rawValue)], why: why),
                tasks: try tx.handbookTasks(organisation.installation.policies, of: user.id)
                    + organisation.tasks(ofKindChanged: user, tx))
        }
    }
}
