import Foundation
import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// What the register of readers rests on.
    ///
    /// - Parameter user: of one user alone; nil: of everybody.
    package func registerFacts(of user: Identifier<User>? = nil) async throws -> RegisterFacts {
        let now = clock.now
        return try await read { try RegisterFacts.read($0, at: now, of: user) }
    }

    /// Who was reminded to read since an instant, and when last.
    package func readingReminders(since instant: Date) async throws -> [Identifier<User>: Date] {
        try await read { try RegisterFacts.reminders($0, since: instant) }
    }
}
