import Foundation
import Synchronization

/// A clock that begins on the day of installation and moves when an exercise says so.
final class MovedClock: Sendable {
    /// Saturday 21 November 2026, 10:00.
    private let time = Mutex(Date(timeIntervalSince1970: 1_795_255_200))

    var now: Date { time.withLock { $0 } }

    func pass(_ seconds: TimeInterval) { time.withLock { $0 += seconds } }
}
