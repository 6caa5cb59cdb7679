import Foundation

/// A day as files write it: for certain, in a way that somebody must first explain, or not at all.
enum ListedDay: Equatable {
    case day(Day)
    /// 2/9/16: which is the month?
    case eitherWay
    /// A number by which Excel means this day.
    case serial(Day)
    case unreadable(String)

    init(_ text: String, days: ImportMapping.DayOrder?, serials: Bool) {
        if let day = Day(text) {
            self = .day(day)
        } else if let match = text.wholeMatch(of: /([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9:.]+Z?/),
            let day = Day(String(match.1))
        {
            self = .day(day)
        } else if text.wholeMatch(of: /#+/) != nil {
            self = .unreadable("The column was too narrow when the file was saved")
        } else if let number = Int(text), (20_000...60_000).contains(number) {
            let day = Self.excel(number)
            self = serials ? .day(day) : .serial(day)
        } else if let parts = text.wholeMatch(of: /([0-9]{1,2})[\/.\-]([0-9]{1,2})[\/.\-]([0-9]{4}|[0-9]{2})/),
            let first = Int(parts.1), let second = Int(parts.2), let year = Int(parts.3)
        {
            self.init(first, second, year: parts.3.count == 2 ? 2000 + year : year, isShort: parts.3.count == 2, days)
        } else {
            self = .unreadable("This is no day that can be read for certain")
        }
    }

    private init(_ first: Int, _ second: Int, year: Int, isShort: Bool, _ days: ImportMapping.DayOrder?) {
        let dayFirst = Day(year: year, month: second, day: first)
        let monthFirst = Day(year: year, month: first, day: second)
        switch (dayFirst, monthFirst, days) {
        case (nil, nil, _): self = .unreadable("There is no such day")
        case (let day?, _, .dayFirst), (_, let day?, .monthFirst): self = .day(day)
        case (nil, _?, .dayFirst), (_?, nil, .monthFirst):
            self = .unreadable("It is written the other way round than the rest of the file")
        case (let day?, let other?, nil): self = day == other || !isShort && first == second ? .day(day) : .eitherWay
        case (let day?, nil, nil), (nil, let day?, nil): self = .day(day)
        }
    }

    /// Excel counts from 30 December 1899.
    private static func excel(_ number: Int) -> Day {
        Day(of: Date(timeIntervalSince1970: Double(number - 25_569) * 86_400 + 43_200))
    }
}
