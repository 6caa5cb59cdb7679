import Foundation
import Governance
import Store

/// Everything of one organisation that waits for servers elsewhere and is due, save mail: posts to send, posts to take down,
/// links to follow, connections to look at, and what nobody chose when an account was joined, which goes. Accounts are served
/// beside one another and each in its order; bounded, so that the next organisation has its turn.
package struct NetworkWork: Sendable {
    /// Accounts that are served at once.
    private static let mostAtOnce = 4
    /// So long new work is begun at one go.
    private static let longest: Duration = .seconds(60)

    package init() {}

    package func perform(in organisation: Organisation) async throws {
        let end = ContinuousClock.now + Self.longest
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<Self.mostAtOnce {
                group.addTask {
                    while ContinuousClock.now < end, !Task.isCancelled {
                        guard try await SendPost().perform(in: organisation) != .nothingDue else { break }
                    }
                }
            }
            group.addTask {
                while ContinuousClock.now < end, !Task.isCancelled {
                    guard try await FollowDueLinks().perform(in: organisation) else { break }
                }
            }
            try await group.waitForAll()
        }
        let now = organisation.clock.now
        if let lapse = try await organisation.database.nextJoiningLapse(), lapse <= now {
            try await organisation.database.keep { try $0.endLapsedJoinings() }
        }
        while ContinuousClock.now < end, try await CheckConnection().perform(in: organisation) {}
    }

    /// Whether anything of it is due now.
    package func isDue(in organisation: Organisation) async throws -> Bool {
        let next = try await organisation.database.nextDispatch()
        let check = try await organisation.database.nextConnectionCheck()
        let links = try await organisation.database.nextDueOutside()
        let lapse = try await organisation.database.nextJoiningLapse()
        return [next, check, links, lapse].compactMap(\.self).contains { $0 <= organisation.clock.now }
    }
}
