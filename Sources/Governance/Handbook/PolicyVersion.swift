import Foundation

/// One version of a policy as an organisation keeps it; its words never change.
package struct PolicyVersion: Sendable, Equatable {
    package var id: Identifier<PolicyVersion>
    /// Which words: the policy's key and the digest of its bytes.
    package var words: PolicyVersionID
    package var title: String
    /// The school whose own policy it is; nil: the organisation's.
    package var school: Identifier<School>?
    package var addedAt: Date
    /// Nil: nobody is on record as having approved it.
    package var approval: Approval?
    package var inForceFrom: Date?
    /// When a school's own policy stopped, so that the organisation's holds there again.
    package var endsAt: Date?
    /// Why nobody who acknowledged the version before is asked again: it is a small correction. Nil: everyone is asked.
    package var correction: String?

    package init(
        id: Identifier<PolicyVersion>, words: PolicyVersionID, title: String, school: Identifier<School>?,
        addedAt: Date, approval: Approval? = nil, inForceFrom: Date? = nil, endsAt: Date? = nil,
        correction: String? = nil
    ) {
        self.id = id
        self.words = words
        self.title = title
        self.school = school
        self.addedAt = addedAt
        self.approval = approval
        self.inForceFrom = inForceFrom
        self.endsAt = endsAt
        self.correction = correction
    }

    /// Who approved it, on which day, under which minute.
    package struct Approval: Sendable, Equatable {
        package var by: String
        package var on: Day
        package var minute: String?

        package init(by: String, on: Day, minute: String? = nil) {
            self.by = by
            self.on = on
            self.minute = minute
        }
    }

    package enum State: String, Sendable {
        case draft, approved
        /// Set to hold from a later time.
        case coming
        case inForce = "in force"
        case replaced
    }
}

/// All versions of an organisation; says which of them holds where and when.
package struct PolicyHistory: Sendable, Equatable {
    package let versions: [PolicyVersion]

    package init(_ versions: [PolicyVersion]) {
        self.versions = versions
    }

    /// The school's own version where it has one, else the organisation's.
    package func inForce(at school: Identifier<School>?, on instant: Date) -> PolicyVersion? {
        if let school, let own = latest(of: school, on: instant) { return own }
        return latest(of: nil, on: instant)
    }

    package func state(of version: PolicyVersion, on instant: Date) -> PolicyVersion.State {
        guard let from = version.inForceFrom else { return version.approval == nil ? .draft : .approved }
        if from > instant { return .coming }
        return latest(of: version.school, on: instant)?.id == version.id ? .inForce : .replaced
    }

    private func latest(of scope: Identifier<School>?, on instant: Date) -> PolicyVersion? {
        let latest =
            versions
            .filter { $0.school == scope && $0.inForceFrom.map { $0 <= instant } ?? false }
            .reversed()
            .max { ($0.inForceFrom ?? .distantPast, $0.addedAt) < ($1.inForceFrom ?? .distantPast, $1.addedAt) }
        guard let latest, latest.endsAt.map({ $0 > instant }) ?? true else { return nil }
        return latest
    }
}

extension RecordSubject.Kind {
    package static let policyVersion = Self("policy-version")
}

extension Event.Kind {
    package static let policyAdded = Self("handbook.policy-added")
    package static let policyApproved = Self("handbook.policy-approved")
    package static let policyPutInForce = Self("handbook.policy-put-in-force")
    package static let policyEnded = Self("handbook.policy-ended")
}
