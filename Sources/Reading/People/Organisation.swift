import Governance
import Store

extension OrganisationDatabase {
    /// What the organisation is called, where it is, and whether it is a demonstration.
    package func card() async throws -> OrganisationCard { try await read(OrganisationCard.read) }
}
