private let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]

extension Day {
    /// `21 November 2026`.
    package var inWords: String { "\(day) \(months[month - 1]) \(year)" }

    /// The same day so many months later, or the last of that month when it is shorter.
    package func adding(months count: Int) -> Day? {
        let total = year * 12 + month - 1 + count
        return (1...day).reversed().lazy.compactMap { Day(year: total / 12, month: total % 12 + 1, day: $0) }.first
    }
}

extension PartialDate {
    /// `2022`, `May 2022` or `29 August 2022`.
    package var inWords: String {
        guard let month else { return String(year) }
        guard let day else { return "\(months[month - 1]) \(year)" }
        return "\(day) \(months[month - 1]) \(year)"
    }

    /// As part of a sentence: `in May 2022`, `on 29 August 2022`.
    package var whenInWords: String { "\(day == nil ? "in" : "on") \(inWords)" }

    /// The first day it can mean.
    package var firstDay: Day? { Day(year: year, month: month ?? 1, day: day ?? 1) }

    /// So many months later, as precise as it is itself; a bare year moves by whole years.
    package func adding(months count: Int) -> PartialDate? {
        guard let moved = firstDay?.adding(months: count) else { return nil }
        guard month != nil else { return PartialDate(String("\(moved)".prefix(4))) }
        return PartialDate(day == nil ? String("\(moved)".prefix(7)) : "\(moved)")
    }
}
