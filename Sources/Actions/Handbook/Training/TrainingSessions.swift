import Governance
import Store

/// Puts a session or briefing on the register, held or to be held.
package struct ArrangeSession: Sendable {
    package var title: String
    package var audiences: [TrainingSession.Audience]
    package var course: Identifier<Course>?
    /// Nil: for the whole organisation.
    package var school: Identifier<School>?
    package var on: Day
    package var about: String

    package init(
        title: String, audiences: [TrainingSession.Audience], course: Identifier<Course>? = nil,
        school: Identifier<School>? = nil, on day: Day, about: String = ""
    ) {
        self.title = title
        self.audiences = audiences
        self.course = course
        self.school = school
        on = day
        self.about = about
    }

    @discardableResult
    package func perform(
        in organisation: Organisation, by user: Identifier<User>
    ) async throws -> Identifier<TrainingSession> {
        try await organisation.change(by: .user(user)) { tx in
            _ = try school.map(tx.school)
            try tx.requireTrainingKeeper(at: school)
            let title = try required(title, "title", "Enter what the session is called", most: 120)
            guard !audiences.isEmpty else { throw ActionError.invalid("audiences", "Choose whom it is for") }
            let today = Day(of: tx.now)
            guard today.adding(days: -5 * 366) <= on, on <= today.adding(days: 2 * 366) else {
                throw ActionError.invalid("on", "Choose a day from five years ago to two years from now")
            }
            if let course {
                guard let known = try tx.courses().first(where: { $0.id == course }), !known.isOver else {
                    throw ActionError.invalid("course", "Choose a course on the register")
                }
            }
            let about = trimmed(about)
            guard about.count <= 2_000 else { throw ActionError.invalid("about", "Use at most 2000 characters") }
            let session = TrainingSession(
                id: tx.identifier(), title: title, audiences: audiences, course: course, school: school, on: on,
                arrangedBy: user, about: about.isEmpty ? nil : about)
            try tx.insert(session)
            return Recorded(
                session.id,
                Event(
                    .sessionArranged, RecordSubject(.trainingSession, session.id),
                    after: try RecordValue(encoding: session)),
                tasks: try tx.offeringTasks(organisation.installation.policies))
        }
    }
}

/// Calls a session off that nobody is on record as having attended.
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
                tasks: try tx.offeringTasks(organisation.installation.policies))
        }
    }
}
