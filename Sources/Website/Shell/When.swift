import Foundation
import Governance

/// Days and times as a school says them, by the clock in London.
package enum When {
    /// `Friday 20 November 2026, 15:42`
    package static func full(_ instant: Date) -> String {
        let day = Day(of: instant)
        return "\(weekday(day)) \(date(day)), \(time(instant))"
    }

    /// `21 November 2026`
    package static func date(_ day: Day) -> String { "\(day.day) \(months[day.month - 1]) \(day.year)" }
    package static func date(_ instant: Date) -> String { date(Day(of: instant)) }

    /// `15:42`
    package static func time(_ instant: Date) -> String {
        let seconds = Int(instant.timeIntervalSince1970) + TimeZone.london.secondsFromGMT(for: instant)
        let minutes = ((seconds / 60) % 1440 + 1440) % 1440
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minutes / 60)):\(two(minutes % 60))"
    }

    /// `today`, `yesterday`, `tomorrow`, else `Monday 23 November`; with the year when it is another.
    package static func near(_ day: Day, today: Day) -> String {
        switch number(day) - number(today) {
        case 0: return "today"
        case -1: return "yesterday"
        case 1: return "tomorrow"
        default:
            let year = day.year == today.year ? "" : " \(day.year)"
            return "\(weekday(day)) \(day.day) \(months[day.month - 1])\(year)"
        }
    }

    /// `today at 15:42`
    package static func near(_ instant: Date, now: Date) -> String {
        "\(near(Day(of: instant), today: Day(of: now))) at \(time(instant))"
    }

    /// The first instant after a day; nil for a day that is out of reach.
    package static func end(of day: Day) -> Date? {
        let noon = Date(timeIntervalSince1970: Double(number(day)) * 86_400 + 43_200)
        let midnight = Double(number(day) + 1) * 86_400
        return Date(timeIntervalSince1970: midnight - Double(TimeZone.london.secondsFromGMT(for: noon + 43_200)))
    }

    /// A date as precise as a paper gives it: `September 2022`.
    package static func partial(_ date: PartialDate) -> String {
        [date.day.map(String.init), date.month.map { months[$0 - 1] }, String(date.year)]
            .compactMap { $0 }.joined(separator: " ")
    }

    package static func weekday(_ day: Day) -> String { weekdays[((number(day) + 4) % 7 + 7) % 7] }

    /// Days since 1 January 1970, a Thursday.
    private static func number(_ day: Day) -> Int {
        let year = day.month <= 2 ? day.year - 1 : day.year
        let era = year / 400
        let ofEra = year - era * 400
        let ofYear = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1
        return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    }

    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
}
