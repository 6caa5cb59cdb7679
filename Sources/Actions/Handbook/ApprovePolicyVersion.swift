import Foundation
import Governance
import Store

/// Puts on record who approved a version, when and under which minute.
package struct ApprovePolicyVersion: Sendable {
    package var version: Identifier<PolicyVersion>
    /// The body or person, for example "Governing body".
    package var approvedBy: String
    package var on: Day
    package var minute: String?

    package init(version: Identifier<PolicyVersion>, approvedBy: String, on day: Day, minute: String? = nil) {
        self.version = version
        self.approvedBy = approvedBy
        on = day
        self.minute = minute
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            var version = try tx.policyVersion(version)
            try requirePolicyKeeper(tx, at: version.school)
            guard version.approval == nil else { throw ActionError.conflict("Its approval is on record already") }
            version.approval = try approval(asOf: tx.now)
            try tx.update(version)
            return Recorded(.policyApproved(version))
        }
    }

    private func approval(asOf now: Date) throws -> PolicyVersion.Approval {
        guard !approvedBy.allSatisfy(\.isWhitespace) else {
            throw ActionError.invalid("approvedBy", "Enter who approved it")
        }
        guard on <= Day(of: now) else { throw ActionError.invalid("on", "The day of approval cannot be to come") }
        return PolicyVersion.Approval(by: approvedBy, on: on, minute: minute)
    }
}

extension Event {
    static func policyApproved(_ version: PolicyVersion) -> Event {
        Event(
            .policyApproved, RecordSubject(.policyVersion, version.id),
            after: [
                "by": RecordValue(version.approval?.by), "on": RecordValue(version.approval?.on.description),
                "minute": RecordValue(version.approval?.minute),
            ])
    }
}
