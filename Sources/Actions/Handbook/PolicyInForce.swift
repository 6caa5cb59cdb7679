import Foundation
import Governance
import PolicyFile
import Store

extension Organisation {
    /// The policy that holds at a school now, read once per digest; nil when none was put in force.
    package func policyInForce(at school: Identifier<School>? = nil) async throws -> PolicyInForce? {
        try await policyInForce(try await database.policyVersionInForce(at: school))
    }

    func policyInForce(_ version: PolicyVersion?) async throws -> PolicyInForce? {
        guard let version else { return nil }
        let bytes = installation.policies[version.words.digest] == nil ? try await database.policyBytes(version.id) : []
        let document = try installation.policies.document(digest: version.words.digest) { bytes }
        return PolicyInForce(version: version, document: document)
    }

    /// The same inside a change, so that what is decided rests on what holds at that moment.
    func policyInForce(
        at school: Identifier<School>?, on instant: Date, _ tx: WriteTransaction
    ) throws -> PolicyInForce? {
        guard let version = try tx.policyHistory().inForce(at: school, on: instant) else { return nil }
        let document = try installation.policies.document(digest: version.words.digest) {
            try tx.policyBytes(version.id)
        }
        return PolicyInForce(version: version, document: document)
    }

    /// The exact bytes of one version, as they were added.
    package func bytes(of version: PolicyVersion) async throws -> [UInt8] {
        try await database.policyBytes(version.id)
    }

    /// The policy of one version, whatever its state.
    package func policy(_ version: PolicyVersion) async throws -> Policy {
        if let document = installation.policies[version.words.digest] { return document.policy }
        let bytes = try await database.policyBytes(version.id)
        return try installation.policies.document(digest: version.words.digest) { bytes }.policy
    }
}

/// A policy with the version of it that holds.
package struct PolicyInForce: Sendable {
    package let version: PolicyVersion
    let document: PolicyDocument
    package var policy: Policy { document.policy }
}
