import Foundation
import GRDB
import Governance

extension VisitorObjection {
    private static let query = """
        SELECT id, school, given, family, description, saidOn, version, at, liftedAt FROM visitorObjection
        """

    private init(_ row: Row) throws {
        guard let day = Day(row[5] as String) else { throw StoreError.damaged("The objection of a visitor") }
        self.init(
            id: Identifier(row[0]), school: Identifier(row[1]), given: row[2], family: row[3], description: row[4],
            saidOn: day, version: row[6], at: Date(milliseconds: row[7]),
            liftedAt: (row[8] as Int64?).map(Date.init(milliseconds:)))
    }

    /// Those that hold at a school, by family name.
    package static func fetch(_ db: Database, at school: Identifier<School>) throws -> [VisitorObjection] {
        try db.rows(
            query + " WHERE school = ? AND liftedAt IS NULL ORDER BY family COLLATE NOCASE, given COLLATE NOCASE, id",
            [school.text], VisitorObjection.init)
    }

    package static func fetch(_ db: Database, _ id: Identifier<VisitorObjection>) throws -> VisitorObjection? {
        try db.rows(query + " WHERE id = ?", [id.text], VisitorObjection.init).first
    }

    /// Those who object now, of all schools, as controls meet them.
    static func people(_ db: Database) throws -> [Person] {
        try db.rows(
            """
            SELECT visitorObjection.id, given, family, school.slug FROM visitorObjection
                JOIN school ON school.id = visitorObjection.school
            WHERE liftedAt IS NULL ORDER BY visitorObjection.rowid
            """
        ) { (row: Row) -> Person? in
            Person(
                ref: VisitorObjection.ref(Identifier(row[0])), kind: .visitor, given: row[1], family: row[2],
                school: row[3], consent: Consent(.objected))
        }
    }
}

extension WriteTransaction {
    package func visitorObjection(_ id: Identifier<VisitorObjection>) throws -> VisitorObjection {
        guard let found = try VisitorObjection.fetch(db, id) else { throw ActionError.notFound }
        return found
    }

    package func insert(_ objection: VisitorObjection) throws {
        try execute(
            """
            INSERT INTO visitorObjection (id, school, given, family, description, saidOn, version, at, by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                objection.id.text, objection.school.text, objection.given, objection.family, objection.description,
                objection.saidOn.description, objection.version, objection.at.milliseconds, actor.signature,
            ])
        try rollHasOtherVisitors()
    }

    package func lift(_ objection: VisitorObjection, version: Int) throws {
        try execute(
            "UPDATE visitorObjection SET liftedVersion = ?, liftedAt = ? WHERE id = ?",
            [version, now.milliseconds, objection.id.text])
        try rollHasOtherVisitors()
    }

    private func rollHasOtherVisitors() throws {
        try execute("UPDATE rollRevision SET revision = revision + 1")
        rollChanges.isWhole = true
    }

    /// Every placement with a picture under which they are named.
    package func placements(showing objection: VisitorObjection) throws -> [Placement] {
        try Placement.fetch(db, with: db.pictures(naming: objection.person(at: nil)))
    }

    /// Posts whose draft has a picture under which they are named, and which is not on its way.
    package func unsentDrafts(showing objection: VisitorObjection) throws -> [Post] {
        try Post.drafts(db, with: db.pictures(naming: objection.person(at: nil))).map { try post($0) }
    }
}
