import Foundation
import Governance
import Store

/// Lets a version hold from now or a later time; the version before it is replaced then.
package struct PutPolicyInForce: Sendable {
    package var version: Identifier<PolicyVersion>
    /// Nil: now.
    package var from: Date?
    /// For the record: what was decided, and where.
    package var why: String

    package init(version: Identifier<PolicyVersion>, from: Date? = nil, why: String) {
        self.version = version
        self.from = from
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            var version = try tx.policyVersion(version)
            try requirePolicyKeeper(tx, at: version.school)
            guard version.inForceFrom == nil else {
                throw ActionError.conflict("It was put in force already. To bring it back, add it as a new version")
            }
            let why = try reason(why, "Say why it comes into force")
            if let from, from < tx.now {
                throw ActionError.invalid("from", "A policy cannot hold from a time that is past")
            }
            // Words that another release added may not be readable in this one.
            _ = try readPolicy(tx.policyBytes(version.id))
            version.inForceFrom = from ?? tx.now
            let before = try tx.policyHistory().inForce(at: version.school, on: tx.now)
            try tx.update(version)
            return Recorded(.policyPutInForce(version, insteadOf: before, why: why))
        }
    }
}

/// Ends a school's own policy, so that the organisation's holds there again.
package struct EndSchoolsOwnPolicy: Sendable {
    package var school: Identifier<School>
    package var why: String

    package init(school: Identifier<School>, why: String) {
        self.school = school
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            try requirePolicyKeeper(tx, at: nil)
            let why = try reason(why, "Say why the school’s own policy ends")
            let history = try tx.policyHistory()
            guard var version = history.inForce(at: school, on: tx.now), version.school == school else {
                throw ActionError.notFound
            }
            guard history.inForce(at: nil, on: tx.now) != nil else {
                throw ActionError.conflict("The organisation has no policy that could hold instead")
            }
            version.endsAt = tx.now
            try tx.update(version)
            return Recorded(Event(.policyEnded, RecordSubject(.policyVersion, version.id), why: why))
        }
    }
}

/// A reason as the record keeps it; throws an error of the field `why` when there is none.
private func reason(_ why: String, _ says: String) throws -> String {
    let why = trimmed(why)
    guard !why.isEmpty else { throw ActionError.invalid("why", says) }
    guard why.count <= 2_000 else { throw ActionError.invalid("why", "Say it in at most 2,000 characters") }
    return why
}

extension Event {
    static func policyPutInForce(_ version: PolicyVersion, insteadOf before: PolicyVersion?, why: String) -> Event {
        Event(
            .policyPutInForce, RecordSubject(.policyVersion, version.id),
            before: ["version": RecordValue(before?.id.text)],
            after: ["version": .text(version.id.text), "from": RecordValue(version.inForceFrom)], why: why)
    }
}
