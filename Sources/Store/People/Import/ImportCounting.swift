import GRDB
import Governance

/// What a list would change, in numbers.
extension ImportStaging {
    static func count(_ db: Database, _ counts: inout ImportCounts) throws {
        func number(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
        for row in try Row.fetchAll(db, sql: "SELECT outcome, count(*) FROM row GROUP BY outcome") {
            switch row[0] as String {
            case "added": counts.added = row[1]
            case "changed": counts.changed = row[1]
            case "returning": counts.returning = row[1]
            case "same": counts.same = row[1]
            default: break
            }
        }
        for row in try Row.fetchAll(db, sql: "SELECT weight, count(*) FROM doubt GROUP BY weight") {
            switch ImportDoubt.Weight(rawValue: row[0]) {
            case .held: counts.held = row[1]
            case .consent: counts.doubtfulConsents = row[1]
            case .warning, nil: counts.warnings = row[1]
            }
        }
        counts.gone = try number("SELECT count(*) FROM gone")
        counts.inScope = try number(
            """
            SELECT count(*) FROM roll.person AS p WHERE leftAt IS NULL AND (kind, coalesce(school, '')) IN
                (SELECT kind, coalesce(school, '') FROM row WHERE outcome <> 'held' GROUP BY 1, 2)
            """)
        counts.parents = try number(
            ImportApplication.newParents(from: "SELECT count(*)", roll: "roll", staged: "main"))
        counts.classes =
            try number(
                """
                SELECT count(*) FROM orClass AS c LEFT JOIN roll.class AS known ON known.ref = c.ref
                WHERE NOT c.isHeld AND iif(c.isRemoved, known.ref IS NOT NULL AND known.endedAt IS NULL,
                    known.ref IS NULL OR known.name <> c.name OR known.school IS NOT c.school
                        OR known.endedAt IS NOT NULL)
                """)
            + number(
                ImportApplication.places(from: "SELECT count(*)", roll: "roll", staged: "main")
                    + """
                     AND e.isRemoved = EXISTS (
                        SELECT 1 FROM roll.classMember AS m WHERE m.class = e.class AND m.person = p.id)
                    """)
        counts.users = try number(
            "SELECT count(*) FROM (\(ImportApplication.likelyUsers(roll: "roll", staged: "main")))")
    }
}
