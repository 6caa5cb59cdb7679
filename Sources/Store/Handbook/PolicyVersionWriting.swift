import Foundation
import GRDB
import Governance

extension WriteTransaction {
    package func policyHistory() throws -> PolicyHistory { try PolicyHistory.read(db) }

    package func policyVersion(_ id: Identifier<PolicyVersion>) throws -> PolicyVersion {
        let sql = "SELECT \(PolicyVersion.columns) FROM policyVersion WHERE id = ?"
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [id.text]) else { throw ActionError.notFound }
        return PolicyVersion(row)
    }

    /// The exact bytes that were added.
    package func policyBytes(_ id: Identifier<PolicyVersion>) throws -> [UInt8] {
        let bytes = try Data.fetchOne(db, sql: "SELECT bytes FROM policyVersion WHERE id = ?", arguments: [id.text])
        guard let bytes else { throw ActionError.notFound }
        return [UInt8](bytes)
    }

    package func insert(_ version: PolicyVersion, bytes: [UInt8]) throws {
        try execute(
            """
            INSERT INTO policyVersion (id, key, digest, title, school, addedAt, approvedBy, approvedOn, minute,
                inForceFrom, endsAt, bytes)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                version.id.text, version.words.key, version.words.digest, version.title, version.school?.text,
                version.addedAt.milliseconds, version.approval?.by, version.approval?.on.description,
                version.approval?.minute, version.inForceFrom?.milliseconds, version.endsAt?.milliseconds,
                Data(bytes),
            ])
    }

    /// Writes what may change of a version: its approval and when it holds.
    package func update(_ version: PolicyVersion) throws {
        try execute(
            """
            UPDATE policyVersion SET approvedBy = ?, approvedOn = ?, minute = ?, inForceFrom = ?, endsAt = ?,
                correction = ?
            WHERE id = ?
            """,
            [
                version.approval?.by, version.approval?.on.description, version.approval?.minute,
                version.inForceFrom?.milliseconds, version.endsAt?.milliseconds, version.correction, version.id.text,
            ])
    }
}
