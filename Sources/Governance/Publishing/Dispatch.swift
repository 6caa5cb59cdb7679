import Foundation

/// What the program does about one placement on its network: at most one of each work, and at most one attempt at a time.
package struct Dispatch: Sendable, Equatable {
    package enum Work: String, Sendable, CaseIterable {
        case publish
        case takeDown = "take-down"
        /// Looks for what attempts may have left on the network, of a post that is not to be there any more, and takes it
        /// away.
        case clearUp = "clear-up"
    }

    package enum State: String, Sendable, CaseIterable {
        /// Waits for its next attempt.
        case waiting
        /// An attempt has begun, and nothing says how it ended.
        case begun
        /// It is out, with the network's own name for it; or it is gone.
        case done
        /// Tried often enough: a person does it.
        case givenUp = "given-up"
        /// Stopped or taken back before it went out.
        case dropped
    }

    package var placement: Identifier<Placement>
    package var work: Work
    package var account: Identifier<PostingAccount>
    package var state: State
    /// Attempts that have begun.
    package var attempts: Int
    /// When the next one may begin.
    package var nextAt: Date
    /// When the first one began. With the placement's own name it makes the network's key, so it never changes.
    package var begunAt: Date?
    /// Whether an attempt may have reached the network, so that it is looked for there before anything is sent.
    package var mayBeOut: Bool
    /// What the last attempt met, for a person.
    package var trouble: String?
    /// What an attempt had given the network before its last step, by the network's own name for it.
    package var prepared: String?

    package init(
        placement: Identifier<Placement>, work: Work = .publish, account: Identifier<PostingAccount>,
        state: State = .waiting,
        attempts: Int = 0, nextAt: Date, begunAt: Date? = nil, mayBeOut: Bool = false, trouble: String? = nil,
        prepared: String? = nil
    ) {
        self.placement = placement
        self.work = work
        self.account = account
        self.state = state
        self.attempts = attempts
        self.nextAt = nextAt
        self.begunAt = begunAt
        self.mayBeOut = mayBeOut
        self.trouble = trouble
        self.prepared = prepared
    }

    /// Whether an attempt has begun, or one before may have reached the network, and more is to come.
    package var isGoingOutNow: Bool { state == .begun || state == .waiting && mayBeOut }

    /// Seconds between the attempts; after the last a person is asked. Four and a half hours in all, within a school day.
    package static let pauses: [TimeInterval] = [60, 300, 900, 3_600, 3_600, 7_200]
    /// How long one attempt may take before another run takes it over, in seconds: longer than every answer awaited.
    package static let lease: TimeInterval = 600

    /// The pause after so many attempts; nil: that was the last.
    package static func pause(after attempts: Int) -> TimeInterval? {
        attempts >= 1 && attempts <= pauses.count ? pauses[attempts - 1] : nil
    }
}

extension Dispatch {
    /// It did not go, as far as is known: one more attempt, and when it is tried again.
    /// - Parameters:
    ///   - passes: whether the trouble may be over by itself.
    ///   - isCounted: whether the attempt was counted when it began.
    ///   - until: before which the network takes nothing; nil where it said none.
    /// - Returns: false where it is not tried again: then it is given up.
    package mutating func fail(
        _ says: String, passes: Bool, until: Date?, isCounted: Bool = false, at now: Date
    ) -> Bool {
        if !isCounted { attempts += 1 }
        begunAt = begunAt ?? now
        trouble = says
        guard passes, let pause = Self.pause(after: attempts) else {
            state = .givenUp
            return false
        }
        state = .waiting
        nextAt = max(until ?? now, now + pause)
        return true
    }
}
