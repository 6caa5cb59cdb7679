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
        let approvedBy = trimmed(approvedBy)
        var errors: [FieldError] = []
        if approvedBy.isEmpty { errors.append(FieldError("approvedBy", "Enter who approved it")) }
        if approvedBy.count > 200 {
            errors.append(FieldError("approvedBy", "Enter the body or office in at most 200 characters"))
        }
        if on > Day(of: now) { errors.append(FieldError("on", "The day of approval cannot be to come")) }
        let minute = minute.map(trimmed).flatMap { $0.isEmpty ? nil : $0 }
        if (minute?.count ?? 0) > 200 {
            errors.append(FieldError("minute", "Enter the minute’s reference in at most 200 characters"))
        }
        guard errors.isEmpty else { throw ActionError.invalid(errors) }
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
