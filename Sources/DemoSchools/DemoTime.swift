import Foundation
import Governance
import Synchronization

/// The clock by which the demonstration's weeks are lived through in seconds.
package final class DemoTime: Sendable {
    private let instant: Mutex<Date>

    package init(_ start: Date) { instant = Mutex(start) }

    /// What the installation reads while the demonstration is made.
    package var clock: Clock { Clock { self.instant.withLock { $0 } } }

    /// Begins the weeks of another organisation.
    func begin(at start: Date) { instant.withLock { $0 = start } }

    /// Goes on to an instant; never back.
    func pass(to later: Date) { instant.withLock { $0 = max($0, later) } }
}

/// Hours of a day in London, counted from the demonstration's today.
struct DemoCalendar {
    let today: Date

    func instant(day: Int, hour: Int, minute: Int = 0) -> Date {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .london
        let start = calendar.startOfDay(for: today)
        let that = calendar.date(byAdding: .day, value: day, to: start) ?? start
        return calendar.date(bySettingHour: hour, minute: minute, second: 0, of: that) ?? that
    }
}
