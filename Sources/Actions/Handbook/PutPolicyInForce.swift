import Foundation
import Governance
import PolicyFile
import Store

/// Lets a version hold from now or a later time; the version before it is replaced then.
package struct PutPolicyInForce: Sendable {
    package var version: Identifier<PolicyVersion>
    /// Nil: now.
    package var from: Date?
    /// For the record: what was decided, and where.
    package var why: String
    /// Set for a small correction: why nobody who acknowledged the version before is asked again.
    package var correction: String?

    package init(version: Identifier<PolicyVersion>, from: Date? = nil, why: String, correction: String? = nil) {
        self.version = version
        self.from = from
        self.why = why
        self.correction = correction
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            var version = try tx.policyVersion(version)
            try requirePolicyKeeper(tx, at: version.school)
            guard version.inForceFrom == nil else {
                throw ActionError.conflict("It was put in force already. To bring it back, add it as a new version")
            }
            let why = try required(why, "why", "Say why it comes into force")
            if let from, from < tx.now {
                throw ActionError.invalid("from", "A policy cannot hold from a time that is past")
            }
            // Words that another release added may not be readable in this one.
            _ = try readPolicy(tx.policyBytes(version.id))
            let history = try tx.policyHistory()
            version.correction = try reason(
                ifCorrecting: history.inForce(at: version.school, on: from ?? tx.now), version, tx)
            version.inForceFrom = from ?? tx.now
            let before = history.inForce(at: version.school, on: tx.now)
            let terms = try organisation.accountTerms(by: history, tx)
            try tx.update(version)
            if let from { try tx.setDue(.policyBegins, version.id.text, at: from) }
            try tx.setSchoolYearDue()
            return Recorded(
                .policyPutInForce(version, insteadOf: before, why: why),
                tasks: try tx.handbookTasks(organisation.installation.policies)
                    + organisation.accountTasks(insteadOf: terms, tx))
        }
        try await organisation.noteDue()
    }

    /// A correction is small: whoever approved it says why nobody is asked again, and neither whom it binds nor what they
    /// are told is another.
    private func reason(
        ifCorrecting before: PolicyVersion?, _ version: PolicyVersion, _ tx: WriteTransaction
    ) throws -> String? {
        guard let correction else { return nil }
        guard let before, before.words.key == version.words.key else {
            throw ActionError.conflict("There is no version of it here before, so there is nothing that it corrects")
        }
        let why = try required(correction, "correction", "Say why nobody has to read it again", most: 500)
        guard version.approval != nil else {
            throw ActionError.invalid(
                "correction", "Put on record first who approved it: they say why nobody has to read it again")
        }
        let old = try readPolicy(tx.policyBytes(before.id)).policy
        let new = try readPolicy(tx.policyBytes(version.id)).policy
        guard old.binds == new.binds, old.toldAtAcknowledgement.map(\.text) == new.toldAtAcknowledgement.map(\.text)
        else {
            throw ActionError.invalid(
                "correction", "It changes whom the policy binds, or what they are told: they have to read it")
        }
        return why
    }
}

extension Event {
    static func policyPutInForce(_ version: PolicyVersion, insteadOf before: PolicyVersion?, why: String) -> Event {
        Event(
            .policyPutInForce, RecordSubject(.policyVersion, version.id),
            before: ["version": RecordValue(before?.id.text)],
            after: [
                "version": .text(version.id.text), "from": RecordValue(version.inForceFrom),
                "correction": RecordValue(version.correction),
            ], why: why)
    }
}
