import Foundation
import GRDB
import Governance
import Store

/// What stands in one state between two days.
package struct PostingFigure: Sendable, Equatable {
    package let placements: Int
    package let posts: Int
    /// The first time that is still to come; nil when there is none.
    package let next: Date?
}

extension OrganisationDatabase {
    /// How much goes out, or went out, by state, from one day to another, both inclusive. It reads no post.
    package func postingFigures(
        from: Day, to: Day, within reach: SchoolReach = .all
    ) async throws -> [PlacementState: PostingFigure] {
        let now = clock.now
        return try await read { db in
            let figures = try db.rows(
                """
                SELECT placementState.state, count(*), count(DISTINCT placement.post),
                    min(iif(placement.publishAt > :now, placement.publishAt, NULL))
                FROM placement JOIN account ON account.id = placement.account
                JOIN placementState ON placementState.placement = placement.id AND placementState.until IS NULL
                WHERE placement.publishAt >= :from AND placement.publishAt < :to
                    AND (:schools IS NULL OR account.school IN (SELECT value FROM json_each(:schools)))
                GROUP BY 1
                """,
                [
                    "now": now.milliseconds, "from": from.start().milliseconds,
                    "to": to.adding(days: 1).start().milliseconds, "schools": reach.asJSON,
                ]
            ) { row in
                let next = (row[3] as Int64?).map(Date.init(milliseconds:))
                return (
                    try PlacementState(kept: row[0]), PostingFigure(placements: row[1], posts: row[2], next: next)
                )
            }
            return Dictionary(figures, uniquingKeysWith: { first, _ in first })
        }
    }
}
