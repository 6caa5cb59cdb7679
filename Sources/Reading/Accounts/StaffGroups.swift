import Governance
import Store

extension OrganisationDatabase {
    /// Groups of staff, those in use first, by name.
    package func staffGroups() async throws -> [StaffGroup] { try await read { try StaffGroup.all($0) } }
}
