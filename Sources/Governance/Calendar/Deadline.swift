import Foundation

/// By what a duty's time is counted. Laws and policies count differently, and which unit a duty has stands with it.
package enum Deadline: Sendable, Equatable {
    /// Hours by the clock, weekends too: a breach is told within 72 of them (UK GDPR, article 33).
    case hours(Int)
    /// Hours of which those of days that are not worked do not count (Defamation (Operators of Websites) Regulations
    /// 2013, where only weekends and bank holidays are left out).
    case hoursOfWorkingDays(Int)
    /// The close of the so manieth working day after it.
    case workingDays(Int)
    /// The close of the so manieth day after it on which pupils are in (Education (Pupil Information) Regulations 2005).
    case schoolDays(Int)
    /// The close of the so manieth day after it, or of the next working day.
    case days(Int)
    /// The close of the same day so many months later, or of that month's last; or of the next working day (as the ICO
    /// counts requests for access).
    case months(Int)

    /// Nil only for school days that no known term reaches.
    package func due(from instant: Date, in calendar: SchoolCalendar) -> Date? {
        let day = Day(of: instant)
        switch self {
        case .hours(let count): return instant + Double(count) * 3600
        case .hoursOfWorkingDays(let count): return Self.hours(count, from: instant, calendar)
        case .workingDays(let count): return calendar.workingDay(count, after: day)?.close
        case .schoolDays(let count): return calendar.schoolDay(count, after: day)?.close
        case .days(let count): return calendar.workingDay(onOrAfter: day.adding(days: count)).close
        case .months(let count):
            return day.adding(months: count).map { calendar.workingDay(onOrAfter: $0).close }
        }
    }

    private static func hours(_ count: Int, from instant: Date, _ calendar: SchoolCalendar) -> Date {
        var left = Double(count) * 3600
        var now = instant
        for _ in 0..<1000 {
            let day = Day(of: now)
            let midnight = day.adding(days: 1).start()
            if calendar.isOfficeDay(day) {
                let rest = midnight.timeIntervalSince(now)
                if rest >= left { return now + left }
                left -= rest
            }
            now = midnight
        }
        return now
    }
}

extension Day {
    /// Its last minute by the clock in London.
    package var close: Date { adding(days: 1).start() - 60 }
}

/// A task's due time as it was counted: it moves on to a working day, and moves again when the calendar changes.
package struct ReckonedDay: Sendable, Equatable {
    /// The day that the count comes to, before it is moved to a working day.
    package let counted: Day
    /// Whose calendar it is moved by; nil: the whole organisation's.
    package let school: Identifier<School>?
    package let due: Date

    package init(_ counted: Day, at school: Identifier<School>?, in calendar: SchoolCalendar) {
        self.counted = counted
        self.school = school
        due = calendar.workingDay(onOrAfter: counted).close
    }
}
