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
        from: Day, to: Day, schools: Set<Identifier<School>>? = nil
    ) async throws -> [CalendarEntry] {
        try await read { db in
            let placements = try Placement.fetch(
                db,
                where: """
                    placement.publishAt >= ? AND placement.publishAt < ?
                    AND placementState.state NOT IN ('superseded', 'withdrawn')
                    """, [from.start().milliseconds, to.adding(days: 1).start().milliseconds])
            let names = try Row.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT post.id, user.name FROM placement JOIN post ON post.id = placement.post
                    JOIN user ON user.id = post.author WHERE placement.publishAt >= ? AND placement.publishAt < ?
                    """, arguments: [from.start().milliseconds, to.adding(days: 1).start().milliseconds])
            let authors = Dictionary(
                names.map { (Identifier<Post>($0[0]), $0[1] as String) }, uniquingKeysWith: { first, _ in first })
            return placements.filter { schools?.contains($0.account.school) ?? true }.map { placement in
                CalendarEntry(
                    placement: placement.id, post: placement.post,
                    title: PostDraft(text: placement.draft.text).title, authorName: authors[placement.post] ?? "",
                    account: placement.account, state: placement.state, at: placement.publishAt,
                    day: Day(of: placement.publishAt))
            }
        }
    }
}
