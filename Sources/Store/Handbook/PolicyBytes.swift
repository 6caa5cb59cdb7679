import Foundation
import GRDB
import Governance

extension OrganisationDatabase {
    /// The exact bytes of a version, for reading the policy again.
    package func policyBytes(_ id: Identifier<PolicyVersion>) async throws -> [UInt8] {
        try await read { db in
            let bytes = try Data.fetchOne(
                db, sql: "SELECT bytes FROM policyVersion WHERE id = ?", arguments: [id.text])
            guard let bytes else { throw ActionError.notFound }
            return [UInt8](bytes)
        }
    }

    /// The version that holds at a school now.
    package func policyVersionInForce(at school: Identifier<School>?) async throws -> PolicyVersion? {
        let now = clock.now
        return try await read { db in try PolicyHistory.read(db, at: school).inForce(at: school, on: now) }
    }

    /// Versions that hold now or will.
    package func policiesInForce() async throws -> [PolicyVersion] {
        let now = clock.now
        return try await read { db in
            let history = try PolicyHistory.read(db)
            return history.versions.filter { [.inForce, .coming].contains(history.state(of: $0, on: now)) }
        }
    }
}
