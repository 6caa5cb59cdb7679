import Governance
import Store

/// Asks somebody who is about to leave to say, on a page of their own, that what is confidential stays so.
package struct AskLeaver: Sendable {
    package var leaver: Identifier<User>

    package init(_ leaver: Identifier<User>) { self.leaver = leaver }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            try tx.requireChaser(of: leaver, "A senior leader or an administrator of their school asks it")
            let user = try tx.user(leaver)
            guard user.endedAt == nil else {
                throw ActionError.conflict("\(user.name) cannot sign in any more. Put on record how they said it")
            }
            let schools = try tx.schoolsEver(of: leaver)
            let tasks = try organisation.leavingTasks(of: leaver, isGone: false, schools: schools, tx)
            guard !tasks.isEmpty else { return .unchanged }
            return Recorded(
                Event(.leaverAsked, RecordSubject(.user, leaver)), tasks: tasks,
                notices: [
                    NewNotice(
                        to: leaver, .leaverAsked, RecordSubject(.user, leaver),
                        says: "Before you leave: please say that what is confidential stays so")
                ])
        }
    }
}
