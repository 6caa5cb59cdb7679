import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// Those of a picture, by reference or by the name that was typed, who have left.
    package func leavers(among said: [String]) async throws -> [Person] {
        guard !said.isEmpty else { return [] }
        return try await read { db in
            try db.rows(leaversSaid, ["said": try StoredJSON.text(said)]) { RollEntry($0).person }
        }
    }
}

/// By two indexes, so that it costs what fits and not what there is.
let leaversSaid =
    RollEntry.query + """
         WHERE person.id IN (
            SELECT id FROM person WHERE leftAt IS NOT NULL AND ref IN (SELECT value FROM json_each(:said))
            UNION ALL SELECT id FROM person
                WHERE leftAt IS NOT NULL AND given || ' ' || family IN (SELECT value FROM json_each(:said)))
        ORDER BY family, given
        """
