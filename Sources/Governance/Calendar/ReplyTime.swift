import Foundation

/// Until when whoever writes to an account hears back, where the policy says: within 24 hours, or on the next working
/// day after a weekend. The words can be read in four ways; which one holds is the school's choice.
package enum ReplyTime: String, Sendable, Codable, CaseIterable {
    /// The words as they stand: from Monday to Friday 24 hours, wherever they end; at a weekend until the end of the next
    /// working day. Bank holidays and closures are watched like other days.
    case literal
    /// A bank holiday counts as a weekend, and a working day ends at 17:00.
    case bankHolidays = "bank-holidays"
    /// The same, and 24 hours that end on a day that is not worked end at 17:00 of the next that is.
    case office
    /// The same, and the school's closures are not worked either.
    case closures

    package func due(from received: Date, in calendar: SchoolCalendar) -> Date {
        let day = Day(of: received)
        let isWorked = self == .closures ? calendar.isWorkingDay : calendar.isOfficeDay
        let next = { (day: Day) in
            (1...500).lazy.map { day.adding(days: $0) }.first(where: isWorked) ?? day
        }
        let after = received + 24 * 3600
        switch self {
        case .literal: return day.weekday <= 5 ? after : next(day).adding(days: 1).start() - 1
        case .bankHolidays: return isWorked(day) ? after : Self.evening(next(day))
        case .office, .closures:
            guard isWorked(day) else { return Self.evening(next(day)) }
            let last = Day(of: after)
            return isWorked(last) ? after : Self.evening(next(last))
        }
    }

    private static func evening(_ day: Day) -> Date {
        guard case .once(let five)? = WallTime(day: day, hour: 17, minute: 0)?.meaning() else { return day.close }
        return five
    }
}
