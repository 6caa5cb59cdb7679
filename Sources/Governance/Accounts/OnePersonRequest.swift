import Foundation

/// A wish that one person alone may look at log-in details again, where two are asked for. Nothing changes until another
/// confirms it.
package struct OnePersonRequest: Sendable, Equatable {
    package var id: Identifier<OnePersonRequest>
    /// Where; nil: everywhere.
    package var school: Identifier<School>?
    package var askedBy: Identifier<User>
    package var askedAt: Date
    package var reason: String
    package var answer: Answer?
    /// Nil too where it lapsed.
    package var answeredBy: Identifier<User>?
    package var settledAt: Date?

    /// What became of it.
    package enum Answer: String, Sendable { case confirmed, declined, lapsed }

    package init(
        id: Identifier<OnePersonRequest>, school: Identifier<School>?, askedBy: Identifier<User>, askedAt: Date,
        reason: String, answer: Answer? = nil, answeredBy: Identifier<User>? = nil, settledAt: Date? = nil
    ) {
        self.id = id
        self.school = school
        self.askedBy = askedBy
        self.askedAt = askedAt
        self.reason = reason
        self.answer = answer
        self.answeredBy = answeredBy
        self.settledAt = settledAt
    }

    /// Within what time another confirms it.
    package static let lasts: TimeInterval = 7 * 86_400

    package var lapsesAt: Date { askedAt + Self.lasts }

    package func waits(at instant: Date) -> Bool { answer == nil && instant < lapsesAt }

    /// For how many days whoever confirms has had their roles and their way in: an administrator who makes a second user,
    /// or a new way in for one, cannot confirm what they asked for themselves.
    package static let daysToStand = 14
}

extension RecordSubject.Kind {
    package static let onePersonRequest = Self("one-person-request")
}
