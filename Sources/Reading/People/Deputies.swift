import Foundation
import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// Who stands in for whom, now or later.
    package func deputies() async throws -> [Deputising] {
        let now = clock.now
        return try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT \(Deputising.columns) FROM deputy WHERE endsAt > ? ORDER BY beginsAt",
                arguments: [now.milliseconds]
            ).map(Deputising.init)
        }
    }
}
