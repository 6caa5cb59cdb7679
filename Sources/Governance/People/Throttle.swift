import Foundation

/// How long someone must wait who keeps failing to sign in.
package struct Throttle: Sendable, Equatable {
    package var failures: Int
    package var lastAt: Date
    package var waitsUntil: Date

    /// After so long without a failure the count begins anew.
    package static let memory: TimeInterval = 24 * 3600
    /// Tries before the first wait: few for one person from one place; many for a person from anywhere, so that nobody
    /// elsewhere can keep them out; many for a network address, which a whole school may share.
    package static let triesPerPerson = 5
    package static let triesPerEmail = 50
    package static let triesPerAddress = 60

    /// So many counts are kept at once; the oldest that hold nobody up go first.
    package static let most = 50_000

    package init(failures: Int = 0, lastAt: Date = .distantPast, waitsUntil: Date = .distantPast) {
        self.failures = failures
        self.lastAt = lastAt
        self.waitsUntil = waitsUntil
    }

    /// One more failure: after the free tries ten minutes, then twice as long each time, an hour at most.
    package func failing(at instant: Date, tries: Int) -> Throttle {
        let failures = (instant < lastAt + Self.memory ? failures : 0) + 1
        let beyond = failures - tries
        let wait: TimeInterval = beyond < 0 ? 0 : min(3600, 600 * pow(2, Double(min(beyond, 10))))
        return Throttle(failures: failures, lastAt: instant, waitsUntil: wait > 0 ? instant + wait : .distantPast)
    }

    /// The last try was none: the right password was given.
    package func forgiving(tries: Int) -> Throttle {
        let failures = max(0, failures - 1)
        return Throttle(
            failures: failures, lastAt: lastAt, waitsUntil: failures < tries ? .distantPast : waitsUntil)
    }

    package func triesLeft(at instant: Date, of tries: Int) -> Int {
        instant < lastAt + Self.memory ? max(0, tries - failures) : tries
    }
}
