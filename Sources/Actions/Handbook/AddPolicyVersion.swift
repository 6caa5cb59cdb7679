import Governance
import PolicyFile
import Store

/// Adds a policy file as a draft: its exact bytes, checked.
package struct AddPolicyVersion: Sendable {
    package var bytes: [UInt8]
    /// The school whose own policy it will be; nil: the organisation's.
    package var school: Identifier<School>?

    package init(bytes: [UInt8], school: Identifier<School>? = nil) {
        self.bytes = bytes
        self.school = school
    }

    @discardableResult
    package func perform(
        in organisation: Organisation, by actor: Actor
    ) async throws -> Identifier<PolicyVersion> {
        let document = try readPolicy(bytes)
        return try await organisation.change(by: actor) { tx in
            try requirePolicyKeeper(tx, at: school)
            if let school { _ = try tx.school(school) }
            let version = try tx.add(document, school: school)
            return Recorded(version.id, .policyAdded(version))
        }
    }
}

/// Who may bring in, approve and put in force.
func requirePolicyKeeper(_ tx: WriteTransaction, at school: Identifier<School>?) throws {
    try tx.require(
        .administrator, .headteacher, .trustCEO, .trustExecutive, at: school,
        "Only an administrator, the headteacher or the trust's executive can change the policy")
}

extension WriteTransaction {
    func add(_ document: PolicyDocument, school: Identifier<School>?) throws -> PolicyVersion {
        let version = PolicyVersion(
            id: identifier(), words: document.version, title: document.policy.title, school: school, addedAt: now)
        try insert(version, bytes: document.bytes)
        return version
    }
}

extension Event {
    static func policyAdded(_ version: PolicyVersion) -> Event {
        Event(
            .policyAdded, RecordSubject(.policyVersion, version.id),
            after: [
                "key": .text(version.words.key), "digest": .text(version.words.digest),
                "title": .text(version.title), "school": RecordValue(version.school?.text),
            ])
    }
}
