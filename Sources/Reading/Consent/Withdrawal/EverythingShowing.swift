import Foundation
import GRDB
import Governance
import Store

/// All with a picture of somebody in it.
package struct EverythingShowing: Sendable {
    /// The latest first, whatever became of them.
    package let placements: [Placement]
    /// Those of them that are to come down.
    package let toComeDown: [Identifier<Placement>: ToComeDown]
    package let drafts: [Identifier<Post>]
}

/// By when something comes down, and who is asked to take it down.
package struct ToComeDown: Sendable, Equatable {
    package let deadline: Date
    /// Names of people and titles of roles; empty where Chaperone does it by itself and nobody has to.
    package let people: [String]

    static func fetch(_ db: Database, of placements: [Placement]) throws -> [Identifier<Placement>: ToComeDown] {
        let ids = try StoredJSON.text(placements.filter { $0.state == .ordered }.map(\.id.text))
        let rows: [(placement: Identifier<Placement>, deadline: Date, who: String?)] = try db.rows(
            """
            SELECT takedown.placement, takedown.deadline, coalesce(user.name, task.assigneeRole), task.assigneeRole
            FROM takedown
            LEFT JOIN task ON task.kind = ? AND task.subjectKind = 'placement'
                AND task.subject = takedown.placement AND task.closedBy IS NULL
            LEFT JOIN user ON user.id = task.assigneeUser
            WHERE takedown.placement IN (SELECT value FROM json_each(?)) ORDER BY takedown.placement, user.name
            """, [NewTask.Kind.takeDown.rawValue, ids]
        ) { row in
            let role = (row[3] as String?).flatMap(Role.init(rawValue:))
            return (Identifier(row[0]), Date(milliseconds: row[1]), role?.title ?? row[2])
        }
        return Dictionary(grouping: rows, by: \.placement).compactMapValues { rows in
            rows.first.map { ToComeDown(deadline: $0.deadline, people: rows.compactMap(\.who)) }
        }
    }
}

extension OrganisationDatabase {
    /// Everything with a picture of somebody: placements, the latest first, what of them is to come down, and drafts.
    package func everythingShowing(_ person: Identifier<Person>) async throws -> EverythingShowing {
        try await readAtLength { db in
            let placements = try Placement.fetch(db, showing: person)
            return EverythingShowing(
                placements: placements, toComeDown: try ToComeDown.fetch(db, of: placements),
                drafts: try Post.drafts(db, showing: person))
        }
    }
}
