import Foundation
import Governance
import Store
import Synchronization

/// When each organisation next has something due. A hint and no more: what is due stands in each database, and the
/// schedule reads it there when it starts and whenever it looks.
package final class DueBoard: Sendable {
    private let times = Mutex<[String: Date?]>([:])

    package func note(_ slug: String, _ time: Date?) {
        times.withLock { $0[slug] = .some(time) }
    }

    /// Organisations that changed since the last look, with their times; taken off the board.
    package func take() -> [String: Date?] {
        times.withLock { times in
            defer { times = [:] }
            return times
        }
    }
}

extension Organisation {
    /// When something is due here next; nil when nothing is planned.
    package func nextDue() async throws -> Date? { try await database.nextDue() }

    /// Tells the schedule of a change in what is due; called after the change is committed.
    func noteDue() async throws {
        installation.dueBoard.note(slug, try await nextDue())
    }
}
