import Foundation

/// A day and a time of day as a person writes it, without saying which side of a clock change is meant.
package struct WallTime: Sendable, Hashable, CustomStringConvertible {
    package let day: Day
    package let hour: Int
    package let minute: Int

    /// Nil when there is no such time of day.
    package init?(day: Day, hour: Int, minute: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        self.day = day
        self.hour = hour
        self.minute = minute
    }

    /// Reads `2026-11-21` and `08:30` as the fields of a form send them; nil for anything else.
    package init?(day: some StringProtocol, time: some StringProtocol) {
        let parts = time.split(separator: ":", omittingEmptySubsequences: false)
        guard let day = Day(day), parts.count == 2 || parts.count == 3,
            parts.allSatisfy({ $0.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1])
        else { return nil }
        self.init(day: day, hour: hour, minute: minute)
    }

    package var description: String { "\(day) \(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)" }

    /// Which instants the clocks of a place show this time at.
    package enum Meaning: Sendable, Equatable {
        case once(Date)
        /// The clocks go back: it is shown twice, first in summer time.
        case twice(Date, Date)
        /// The clocks go forward over it; the first time that exists after it.
        case never(next: Date)
    }

    package func meaning(in zone: TimeZone = .london) -> Meaning {
        var utc = Calendar(identifier: .gregorian)
        utc.timeZone = .gmt
        let parts = DateComponents(year: day.year, month: day.month, day: day.day, hour: hour, minute: minute)
        let asUTC = utc.date(from: parts) ?? .distantPast
        let offsets = Set([-86_400.0, 86_400].map { zone.secondsFromGMT(for: asUTC + $0) })
        let instants = offsets.map { asUTC - Double($0) }.filter { instant in
            Double(zone.secondsFromGMT(for: instant)) == asUTC.timeIntervalSince(instant)
        }.sorted()
        switch instants.count {
        case 0: return .never(next: zone.nextDaylightSavingTimeTransition(after: asUTC - 86_400) ?? asUTC)
        case 1: return .once(instants[0])
        default: return .twice(instants[0], instants[1])
        }
    }
}
