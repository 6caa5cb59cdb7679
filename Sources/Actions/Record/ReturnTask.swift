import Governance
import Store

/// Gives a task back to the role.
package struct ReturnTask: Sendable {
    package var task: Identifier<NewTask>

    package init(task: Identifier<NewTask>) {
        self.task = task
    }

    package func perform(in organisation: Organisation, by user: Identifier<User>) async throws {
        try await organisation.change(by: .user(user)) { tx in
            let open = try tx.openTask(task, seenBy: user)
            guard open.claimedBy == user else { throw ActionError.notPermitted("Only who took it can give it back") }
            try tx.claim(task, by: nil)
            return Recorded(Event(.taskReturned, open.subject, before: ["task": .text(task.text)]))
        }
    }
}
