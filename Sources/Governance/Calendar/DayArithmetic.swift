import Foundation

extension Day {
    private static let gregorian: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()

    private var noon: Date {
        Self.gregorian.date(from: DateComponents(year: year, month: month, day: day, hour: 12)) ?? .distantPast
    }

    /// So many days later; earlier when negative.
    package func adding(days count: Int) -> Day { Day(of: noon + Double(count) * 86_400, in: .gmt) }

    /// 1 for Monday to 7 for Sunday.
    package var weekday: Int { (Self.gregorian.component(.weekday, from: noon) + 5) % 7 + 1 }

    /// The first instant of the day on the clocks of a place.
    package func start(in zone: TimeZone = .london) -> Date {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar.date(from: DateComponents(year: year, month: month, day: day)) ?? noon
    }

    /// The Monday of its week.
    package var monday: Day { adding(days: 1 - weekday) }

    /// Whole weeks, Monday first, that hold a month; days of the months beside it at the ends.
    package static func weeks(ofMonth month: Int, year: Int) -> [[Day]] {
        guard let first = Day(year: year, month: month, day: 1) else { return [] }
        var weeks: [[Day]] = []
        var monday = first.monday
        repeat {
            weeks.append((0..<7).map { monday.adding(days: $0) })
            monday = monday.adding(days: 7)
        } while monday.month == month && monday.year == year
        return weeks
    }
}
