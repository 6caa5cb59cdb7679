import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// The schools by name.
    package func schools() async throws -> [School] {
        try await read { db in
            try Row.fetchAll(db.cachedStatement(sql: "SELECT id, slug, name FROM school ORDER BY name")).map(
                School.init)
        }
    }
}
