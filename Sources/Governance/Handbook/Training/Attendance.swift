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
    /// Who put it on record; nil: whoever was at the console, or it is not known any more.
    package var recordedBy: Identifier<User>?

    package init(
        id: Identifier<Attendance>, user: Identifier<User>, course: Identifier<Course>, on day: Day, until: Day?,
        session: Identifier<TrainingSession>? = nil, certificate: String? = nil,
        recordedBy: Identifier<User>? = nil
    ) {
        self.id = id
        self.user = user
        self.course = course
        on = day
        self.until = until
        self.session = session
        self.certificate = certificate
        self.recordedBy = recordedBy
    }

    package func counts(on day: Day) -> Bool { on <= day && (until.map { day <= $0 } ?? true) }
}

extension Event.Kind {
    package static let courseAdded = Self("handbook.course-added")
    package static let courseChanged = Self("handbook.course-changed")
    package static let sessionArranged = Self("handbook.session-arranged")
    package static let sessionCancelled = Self("handbook.session-cancelled")
    package static let sessionHeld = Self("handbook.session-held")
    package static let heldAsked = Self("handbook.held-asked")
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
    /// To say whether a session whose day is over was held, and who was there.
    package static let sayHeld = Self("handbook.say-held")
}

extension RecordSubject.Kind {
    package static let course = Self("course")
    package static let trainingSession = Self("training-session")
}

extension DueItem.Kind {
    /// Someone's training ends soon; the subject is the user.
    package static let trainingEnds = Self("handbook.training-ends")
    /// The day of a session is over; the subject is the session.
    package static let sessionOver = Self("handbook.session-over")
    /// A school year begins, and with it the question what training there is in it.
    package static let schoolYearBegins = Self("handbook.school-year-begins")
}
