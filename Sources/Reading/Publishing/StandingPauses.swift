import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// Every pause that stands now, of any school and of all.
    package func standingPauses() async throws -> [PublishingPause] { try await read(PublishingPause.standing) }
}

extension PublishingPause {
    static func standing(_ db: Database) throws -> [PublishingPause] {
        let sql = "SELECT \(columns) FROM publishingPause WHERE endedAt IS NULL ORDER BY at, id"
        return try Row.fetchAll(db.cachedStatement(sql: sql)).map { PublishingPause($0) }
    }
}
