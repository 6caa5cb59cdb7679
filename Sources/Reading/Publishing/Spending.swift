import Governance
import Store

extension OrganisationDatabase {
    /// What the program sent to a network and read there has cost a school in the month of now.
    /// - Parameter limit: in US dollars a month; nil: none.
    package func spending(
        on network: Network, at school: Identifier<School>, limit: Int?
    ) async throws -> MonthlySpending {
        let now = clock.now
        let spent = try await read { try MonthlySpending.spent($0, on: network, at: school, now: now) }
        return MonthlySpending(spent: spent, limit: limit)
    }
}
