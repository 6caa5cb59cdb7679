import Governance
import Store

/// Takes a task that is open to a role, so that its other holders see who has it.
package struct ClaimTask: Sendable {
    package var task: Identifier<NewTask>

    package init(task: Identifier<NewTask>) {
        self.task = task
    }

    package func perform(in organisation: Organisation, by user: Identifier<User>) async throws {
        try await organisation.change(by: .user(user)) { tx in
            let open = try tx.openTask(task, seenBy: user)
            if open.claimedBy == user { return .unchanged }
            if let other = open.claimedBy {
                throw ActionError.conflict("\(try tx.user(other).name) has taken this already")
            }
            try tx.claim(task, by: user)
            return Recorded(
                Event(.taskClaimed, open.subject, after: ["task": .text(task.text), "by": .text(user.text)]))
        }
    }
}
