import Governance
import Store

/// Takes back what was put on record by mistake.
package struct TakeBackTraining: Sendable {
    package var attendance: Identifier<Attendance>
    package var why: String

    package init(attendance: Identifier<Attendance>, why: String) {
        self.attendance = attendance
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let why = try required(why, "why", "Say why it is taken back", most: 500)
        try await organisation.change(by: actor) { tx in
            let attendance = try tx.attendance(attendance)
            try tx.requireTrainingKeeper(of: [attendance.user])
            try tx.takeBack(attendance, why: why)
            return Recorded(
                Event(
                    .trainingTakenBack, RecordSubject(.user, attendance.user),
                    before: try RecordValue(encoding: attendance), why: why),
                tasks: try tx.handbookTasks(organisation.installation.policies, of: attendance.user))
        }
    }
}
