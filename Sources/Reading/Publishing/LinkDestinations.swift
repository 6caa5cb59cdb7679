import Governance
import Store

extension OrganisationDatabase {
    /// Where these links led, as far as they were followed.
    package func linkDestinations(of links: [String]) async throws -> [LinkDestination] {
        guard !links.isEmpty else { return [] }
        return try await read { db in try LinkDestination.fetch(db, of: links) }
    }
}
