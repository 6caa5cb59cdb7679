import Governance
import Store

extension OrganisationDatabase {
    /// The last event, as reports and backups print it.
    package func recordHead() async throws -> RecordHead { try await read(RecordHead.read) }
}
