import Foundation
import Governance
import Store

/// Puts on record that people have done a course: at a session, or elsewhere. Who has it on record for that day
/// already stays as they are.
package struct RecordTraining: Sendable {
    package var users: [Identifier<User>]
    package var course: Identifier<Course>
    package var on: Day
    package var session: Identifier<TrainingSession>?
    package var certificate: String

    package init(
        _ users: [Identifier<User>], course: Identifier<Course>, on day: Day,
        session: Identifier<TrainingSession>? = nil, certificate: String = ""
    ) {
        self.users = users
        self.course = course
        on = day
        self.session = session
        self.certificate = certificate
    }

    /// How many are newly on record.
    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Int {
        let certificate = trimmed(certificate)
        guard certificate.count <= 200 else {
            throw ActionError.invalid("certificate", "Use at most 200 characters")
        }
        let recorded = try await organisation.change(by: actor) { tx in
            guard !users.isEmpty else { throw ActionError.invalid("users", "Choose who has done it") }
            let done = users.map { Done(user: $0, on: on, certificate: certificate.isEmpty ? nil : certificate) }
            return try tx.record(done, course, session, organisation.installation.policies)
        }
        try await organisation.noteDue()
        return recorded
    }
}

/// That someone did a course on a day.
struct Done: Sendable, Hashable {
    let user: Identifier<User>
    let on: Day
    let certificate: String?
}

extension WriteTransaction {
    /// How many of these are newly on record.
    func record(
        _ done: [Done], _ course: Identifier<Course>, _ session: Identifier<TrainingSession>?,
        _ policies: PolicyCache
    ) throws -> Recorded<Int> {
        guard let course = try courses().first(where: { $0.id == course }) else { throw ActionError.notFound }
        let session = try session.map(trainingSession)
        guard session?.cancelled == nil else { throw ActionError.conflict("This session was called off") }
        guard !course.isOver else {
            throw ActionError.conflict("This course is over: nobody is trained in it any more")
        }
        if let session, session.course != course.id || done.contains(where: { $0.on != session.on }) {
            throw ActionError.conflict("That is not what was done at this session")
        }
        try requireTrainingKeeper(of: done.map(\.user))
        let events = try put(done, of: course, session: session?.id)
        guard let first = events.first else { return .unchanged(0) }
        let tasks =
            try events.count == 1
            ? handbookTasks(policies, of: Identifier(first.subject.id)) : handbookTasks(policies)
        // who attended it says that it was held, where its own keeper says so
        let held = try session.flatMap { session in
            try session.held == nil && keepsTraining(authority(), at: session.school)
                ? self.held(session, policies) : nil
        }
        return Recorded(
            events.count, first, and: Array(events.dropFirst()) + (held?.events ?? []),
            tasks: (held?.tasks ?? []) + tasks)
    }

    /// Puts on record what is not there yet; an event for each.
    func put(_ done: [Done], of course: Course, session: Identifier<TrainingSession>?) throws -> [Event] {
        let today = Day(of: now)
        let oldest = today.adding(days: -31 * Course.mostMonths)
        let standing = try trainingStanding()
        var events: [Event] = []
        var put: Set<Done> = []
        for one in done {
            guard one.on <= today else {
                throw ActionError.invalid("on", "Training is put on record once it is done, not before")
            }
            guard one.on >= oldest else {
                throw ActionError.invalid("on", "Enter the day on which it was done, at most ten years ago")
            }
            guard try user(one.user).endedAt == nil else {
                throw ActionError.conflict("\(try user(one.user).name) has left")
            }
            let isKnown = standing.attendances(of: one.user).contains { $0.course == course.id && $0.on == one.on }
            guard !isKnown, put.insert(Done(user: one.user, on: one.on, certificate: nil)).inserted else { continue }
            let attendance = Attendance(
                id: identifier(), user: one.user, course: course.id, on: one.on, until: course.lastDay(doneOn: one.on),
                session: session, certificate: one.certificate, recordedBy: actor.user)
            try insert(attendance)
            try setTrainingDue(of: one.user)
            events.append(
                Event(
                    .trainingRecorded, RecordSubject(.user, one.user), after: try RecordValue(encoding: attendance)))
        }
        return events
    }

    /// Tells the schedule when someone's next training is about to end.
    func setTrainingDue(of user: Identifier<User>) throws {
        let looks = try trainingStanding(of: user).attendances(of: user).compactMap { done in
            done.until.map { $0.adding(days: 1 - TrainingStanding.warningDays).start() }
        }
        if let next = looks.filter({ $0 > now }).min() { try setDue(.trainingEnds, user.text, at: next) }
    }
}
