import Foundation
import GRDB
import Governance
import Store

/// One placement on the calendar.
package struct CalendarEntry: Sendable, Equatable {
    package let placement: Identifier<Placement>
    package let post: Identifier<Post>
    package let title: String
    package let authorName: String
    package let account: PostingAccount
    package let state: PlacementState
    package let at: Date
    /// The day on the school's clock.
    package let day: Day
}

extension OrganisationDatabase {
    /// What goes out, or went out, from one day to another, both inclusive; what was replaced or withdrawn is not shown.
    package func calendar(
        from: Day, to: Day, within reach: SchoolReach = .all
    ) async throws -> [CalendarEntry] {
        try await read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT placement.id, placement.post, placement.draft ->> 'text', user.name,
                            placementState.state, placement.publishAt, \(PostingAccount.columns)
                        FROM placement JOIN account ON account.id = placement.account
                        JOIN placementState ON placementState.placement = placement.id AND placementState.until IS NULL
                        JOIN post ON post.id = placement.post JOIN user ON user.id = post.author
                        WHERE placement.publishAt >= ? AND placement.publishAt < ?
                            AND placementState.state NOT IN ('superseded', 'withdrawn')
                        ORDER BY placement.publishAt, account.name, placement.id
                        """), arguments: [from.start().milliseconds, to.adding(days: 1).start().milliseconds]
            ).map(CalendarEntry.init).filter { reach.contains($0.account.school) }
        }
    }
}

extension CalendarEntry {
    fileprivate init(_ row: Row) throws {
        let state = try PlacementState(kept: row[4])
        let at = Date(milliseconds: row[5])
        self.init(
            placement: Identifier(row[0]), post: Identifier(row[1]), title: PostDraft.title(of: row[2]),
            authorName: row[3], account: try PostingAccount(row, at: 6), state: state, at: at, day: Day(of: at))
    }
}
