import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// Whether the school gave a reason why somebody must never be pictured.
    package func hasReason(_ answer: ConsentAnswer.Number) async throws -> Bool {
        try await read { db in
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM consentReason WHERE answer = ?)", arguments: [answer]) ?? false
        }
    }
}
