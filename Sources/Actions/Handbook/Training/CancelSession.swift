import Governance
import Store

/// Calls a session off that nobody is on record as having attended, before its day or because it fell out.
package struct CancelSession: Sendable {
    package var session: Identifier<TrainingSession>
    package var why: String

    package init(session: Identifier<TrainingSession>, why: String) {
        self.session = session
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let why = try required(why, "why", "Say why it is called off", most: 500)
        try await organisation.change(by: actor) { tx in
            let session = try tx.trainingSession(session)
            try tx.requireTrainingKeeper(at: session.school)
            guard session.cancelled == nil else { return .unchanged }
            guard try !tx.isAttended(session.id) else {
                throw ActionError.conflict("People are on record as having attended it, so it took place")
            }
            try tx.cancel(session, why: why)
            return Recorded(
                Event(
                    .sessionCancelled, RecordSubject(.trainingSession, session.id),
                    before: try RecordValue(encoding: session), why: why),
                tasks: [.close(.sayHeld, RecordSubject(.trainingSession, session.id))]
                    + (try tx.offeringTasks(organisation.installation.policies)))
        }
    }
}
