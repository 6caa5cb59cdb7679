import Foundation

/// That someone has done a course, on a day.
package struct Attendance: Sendable, Equatable, Codable {
    package var id: Identifier<Attendance>
    package var user: Identifier<User>
    package var course: Identifier<Course>
    package var on: Day
    /// The last day on which it counts; nil: for good.
    package var until: Day?
    /// The session where it was done; nil: elsewhere, for example by oneself at a screen.
    package var session: Identifier<TrainingSession>?
    /// The number or name of the certificate, where there is one.
    package var certificate: String?

    package init(
        id: Identifier<Attendance>, user: Identifier<User>, course: Identifier<Course>, on day: Day, until: Day?,
        session: Identifier<TrainingSession>? = nil, certificate: String? = nil
    ) {
        self.id = id
        self.user = user
        self.course = course
        on = day
        self.until = until
        self.session = session
        self.certificate = certificate
    }

    package func counts(on day: Day) -> Bool { on <= day && (until.map { day <= $0 } ?? true) }
}

/// Who is trained, at one moment, under which policy.
package struct TrainingStanding: Sendable {
    package let today: Day
    package let courses: [Course]
    private let attendances: [Identifier<User>: [Attendance]]
    private let byCourse: [Identifier<Course>: Course]

    package init(today: Day, courses: [Course], attendances: [Attendance]) {
        self.today = today
        self.courses = courses
        self.attendances = Dictionary(grouping: attendances, by: \.user)
        byCourse = Dictionary(courses.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package func course(_ id: Identifier<Course>) -> Course? { byCourse[id] }

    /// Everything that someone has done, the latest first.
    package func attendances(of user: Identifier<User>) -> [Attendance] {
        (attendances[user] ?? []).sorted { ($0.on, $0.id.text) > ($1.on, $1.id.text) }
    }

    /// Of what counts today under a policy, the one that counts longest; nil: they are not trained.
    package func valid(_ user: Identifier<User>, under policy: Policy) -> Attendance? {
        (attendances[user] ?? []).filter { done in
            done.counts(on: today) && byCourse[done.course].map { $0.counts(for: policy) } ?? false
        }.max { one, other in
            guard let one = one.until else { return false }
            return other.until.map { one < $0 } ?? true
        }
    }

    /// How many days before training ends its holder is asked to do it again. Ours: no paper names a time.
    package static let warningDays = 30
    /// Within how many days someone who is newly bound is to be trained. Ours likewise.
    package static let usualDays = 60
}

extension Event.Kind {
    package static let courseAdded = Self("handbook.course-added")
    package static let courseChanged = Self("handbook.course-changed")
    package static let sessionArranged = Self("handbook.session-arranged")
    package static let sessionCancelled = Self("handbook.session-cancelled")
    package static let trainingRecorded = Self("handbook.training-recorded")
    package static let trainingTakenBack = Self("handbook.training-taken-back")
    package static let trainingAsked = Self("handbook.training-asked")
}

extension NewTask.Kind {
    /// To do the training that a policy asks. Nobody does it for another, so no deputy sees it.
    package static let beTrained = Self("handbook.be-trained")
    /// To see that there is a session or briefing this school year: for staff, for pupils, for parents.
    package static let offerTraining = Self("handbook.offer-training")
    package static let teachPupils = Self("handbook.teach-pupils")
    package static let informParents = Self("handbook.inform-parents")
}

extension RecordSubject.Kind {
    package static let course = Self("course")
    package static let trainingSession = Self("training-session")
}

extension DueItem.Kind {
    /// Someone's training ends soon; the subject is the user.
    package static let trainingEnds = Self("handbook.training-ends")
    /// A school year begins, and with it the question what training there is in it.
    package static let schoolYearBegins = Self("handbook.school-year-begins")
}
