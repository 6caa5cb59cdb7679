import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// Every pause that stands now, of any school and of all.
    package func standingPauses() async throws -> [PublishingPause] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT \(PublishingPause.columns) FROM publishingPause WHERE endedAt IS NULL ORDER BY at, id"
            ).map { PublishingPause($0) }
        }
    }
}
