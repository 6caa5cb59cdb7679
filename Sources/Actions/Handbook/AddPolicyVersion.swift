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
            if let known = try tx.same(document, at: school) { throw ActionError.invalid("policy", says(known)) }
            let version = try tx.add(document, school: school)
            return Recorded(version.id, .policyAdded(version))
        }
    }

    /// What the file would be and what it would change where it is meant to hold; nothing is stored.
    ///
    /// - Throws: `ActionError.invalid` as `perform` does, and `.notPermitted` for whoever may not add one.
    package func trial(in organisation: Organisation, by actor: Actor) async throws -> PolicyTrial {
        let document = try readPolicy(bytes)
        let (beside, known) = try await organisation.look(by: actor) { tx in
            try requirePolicyKeeper(tx, at: school)
            if let school { _ = try tx.school(school) }
            let beside = try tx.policyHistory().inForce(at: school, on: tx.now)
            return (beside, try tx.same(document, at: school))
        }
        if let known { throw ActionError.invalid("policy", says(known)) }
        return PolicyTrial(policy: document.policy, words: document.version, beside: beside)
    }

    private func says(_ known: PolicyVersion) -> String {
        "The same words are here already, added on \(Day(of: known.addedAt).inWords). Use that version"
    }
}

/// A policy file that checks, before it is added.
package struct PolicyTrial: Sendable {
    package let policy: Policy
    /// Its key and the digest of its bytes.
    package let words: PolicyVersionID
    /// The version in force where it is meant to hold; nil when there is none.
    package let beside: PolicyVersion?
}

/// Who may bring in, approve and put in force.
func requirePolicyKeeper(_ tx: WriteTransaction, at school: Identifier<School>?) throws {
    guard try tx.authority().keepsPolicy(of: school, among: tx.schools()) else {
        throw ActionError.notPermitted(
            "Only an administrator, the headteacher or the trust's executive can change the policy")
    }
}

extension WriteTransaction {
    /// A version with the same words for the same school that is not replaced: adding it again would be a slip.
    func same(_ document: PolicyDocument, at school: Identifier<School>?) throws -> PolicyVersion? {
        let history = try policyHistory()
        return history.versions.first { version in
            version.school == school && version.words.digest == document.digest
                && history.state(of: version, on: now) != .replaced
        }
    }

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
