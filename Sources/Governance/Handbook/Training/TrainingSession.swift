import Foundation

/// A session or briefing on safe and responsible use of social media, held or to be held (HBK-12, HBK-13).
package struct TrainingSession: Sendable, Equatable, Codable {
    package enum Audience: String, Sendable, Codable, CaseIterable {
        case staff, governors, pupils, parents
    }

    package var id: Identifier<TrainingSession>
    package var title: String
    /// Never empty.
    package var audiences: [Audience]
    /// The course that whoever attends has done; nil: a briefing that is none.
    package var course: Identifier<Course>?
    /// Nil: for the whole organisation.
    package var school: Identifier<School>?
    package var on: Day
    /// Who saw to it.
    package var arrangedBy: Identifier<User>
    package var about: String?
    package var cancelled: String?
    /// Somebody said that it was held.
    package var held: Held?

    /// Within how many working days of it somebody says whether it was held. Ours: no paper names a time.
    package static let daysToSay = 5

    package struct Held: Sendable, Equatable, Codable {
        package let at: Date
        /// Nil: whoever was at the console.
        package let by: Identifier<User>?

        package init(at: Date, by: Identifier<User>?) {
            self.at = at
            self.by = by
        }
    }

    package init(
        id: Identifier<TrainingSession>, title: String, audiences: [Audience], course: Identifier<Course>?,
        school: Identifier<School>?, on day: Day, arrangedBy: Identifier<User>, about: String? = nil,
        cancelled: String? = nil, held: Held? = nil
    ) {
        self.id = id
        self.title = title
        self.audiences = audiences
        self.course = course
        self.school = school
        on = day
        self.arrangedBy = arrangedBy
        self.about = about
        self.cancelled = cancelled
        self.held = held
    }
}

/// The school year that a day lies in: from 1 September, in Scotland from 1 August (the day by which schools there
/// count; each council opens its own some days later).
package struct SchoolYear: Sendable, Hashable {
    package let first: Day
    package let last: Day

    package init(of day: Day, in nation: Nation) {
        let month = nation == .scotland ? 8 : 9
        let year = day.month >= month ? day.year : day.year - 1
        first = Day(year: year, month: month, day: 1) ?? day
        last = Day(year: year + 1, month: month, day: 1)?.adding(days: -1) ?? day
    }

    package func contains(_ day: Day) -> Bool { first <= day && day <= last }
    /// The first day of the next one.
    package var next: Day { last.adding(days: 1) }
    /// `2026/27`.
    package var title: String { "\(first.year)/\(String(last.year).suffix(2))" }
}

/// Who keeps the register of training.
package enum TrainingRoles {
    package static let readers = PolicyRegister.readers
    package static let keepers = PolicyRegister.keepers
}
