import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// Every pause that stands now, of any school and of all.
    package func standingPauses() async throws -> [PublishingPause] { try await read(PublishingPause.standing) }
}

extension PublishingPause {
    static func standing(_ db: Database) throws -> [PublishingPause] {
        try db.rows("SELECT \(columns) FROM publishingPause WHERE endedAt IS NULL ORDER BY at, id") {
            PublishingPause($0)
        }
    }
}
