import Foundation
import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// Every version that was ever added.
    package func policyHistory() async throws -> PolicyHistory {
        try await read(PolicyHistory.read)
    }
}
