import Foundation
import GRDB
import Governance

extension PublishingPause {
    package static let columns = "id, school, reason, by, at"

    package init(_ row: Row) {
        self.init(
            id: Identifier(row[0]),
            school: (row[1] as String?).map(Identifier.init),
            reason: row[2],
            by: row[3],
            at: Date(milliseconds: row[4]))
    }

    /// Those that stand, of one school and of all.
    package static func fetch(_ db: Database, at school: Identifier<School>?) throws -> [PublishingPause] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT \(columns) FROM publishingPause
                WHERE endedAt IS NULL AND (school IS NULL OR school = ?) ORDER BY at, id
                """, arguments: [school?.text]
        ).map(PublishingPause.init)
    }
}

extension OrganisationDatabase {
    /// What stands in the way at a school now.
    package func pauses(at school: Identifier<School>?) async throws -> [PublishingPause] {
        try await read { try PublishingPause.fetch($0, at: school) }
    }
}

extension WriteTransaction {
    /// The pauses that stand at a school, its own and that of all schools.
    package func pauses(at school: Identifier<School>?) throws -> [PublishingPause] {
        try PublishingPause.fetch(db, at: school)
    }

    package func pause(_ school: Identifier<School>?, reason: String) throws {
        let id: Identifier<PublishingPause> = identifier()
        try execute(
            "INSERT INTO publishingPause (id, school, reason, by, at) VALUES (?, ?, ?, ?, ?)",
            [id.text, school?.text, reason, actor.signature, now.milliseconds])
    }

    package func end(_ pause: PublishingPause, why: String?) throws {
        try execute(
            "UPDATE publishingPause SET endedBy = ?, endedAt = ?, endedWhy = ? WHERE id = ?",
            [actor.signature, now.milliseconds, why, pause.id.text])
    }
}
