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
        let session: Identifier<TrainingSession> = try await organisation.change(by: .user(user)) { tx in
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
            guard about.count <= 2_000 else { throw ActionError.invalid("about", "Use at most 2,000 characters") }
            let session = TrainingSession(
                id: tx.identifier(), title: title, audiences: audiences, course: course, school: school, on: on,
                arrangedBy: user, about: about.isEmpty ? nil : about)
            try tx.insert(session)
            let subject = RecordSubject(.trainingSession, session.id)
            let arranged = Event(.sessionArranged, subject, after: try RecordValue(encoding: session))
            // whoever enters one of the past says that there was one
            guard on < today else {
                try tx.setDue(.sessionOver, session.id.text, at: on.adding(days: 1).start())
                return Recorded(session.id, arranged)
            }
            let held = try tx.held(session, organisation.installation.policies)
            return Recorded(session.id, arranged, and: held.events, tasks: held.tasks)
        }
        try await organisation.noteDue()
        return session
    }
}
