import Foundation

/// That someone has read one version and said so (HBK-06); never changed, never taken back.
package struct Acknowledgement: Sendable, Equatable {
    package let user: Identifier<User>
    package let version: Identifier<PolicyVersion>
    package let at: Date

    package init(user: Identifier<User>, version: Identifier<PolicyVersion>, at: Date) {
        self.user = user
        self.version = version
        self.at = at
    }

    /// Within how many days a version is to be read. Ours: none of the papers names a time.
    package static let usualDays = 14

    /// The last minute of the last day, by the clock in London: of what cannot wait for a working day.
    package static func due(after days: Int, from instant: Date) -> Date { Day(of: instant).adding(days: days).close }
}

extension PolicyHistory {
    /// The version that held where this one does, just before it began to; nil when none did.
    package func before(_ version: PolicyVersion) -> PolicyVersion? {
        version.inForceFrom.flatMap { inForce(at: version.school, on: $0 - 0.001) }
    }

    /// The versions whose acknowledgement counts for this one: itself, and where it is a correction that asks nobody
    /// again, those that counted for the version before. The nearest comes first.
    package func counting(for version: PolicyVersion) -> [PolicyVersion] {
        var counting = [version]
        while let last = counting.last, last.correction != nil, let before = before(last),
            !counting.contains(where: { $0.id == before.id })
        {
            counting.append(before)
        }
        return counting
    }

    /// The versions that held there before this one, the latest first.
    package func predecessors(of version: PolicyVersion) -> [PolicyVersion] {
        var chain = [version]
        while let last = chain.last, let before = before(last), !chain.contains(where: { $0.id == before.id }) {
            chain.append(before)
        }
        return Array(chain.dropFirst())
    }
}

extension Event.Kind {
    package static let policyAcknowledged = Self("handbook.policy-acknowledged")
    /// The program asked people, or stopped asking, because a version or a role began or ended.
    package static let acknowledgementAsked = Self("handbook.acknowledgement-asked")
    package static let acknowledgementReminded = Self("handbook.acknowledgement-reminded")
}

extension NewTask.Kind {
    /// To read a version and say so. Nobody does it for another, so no deputy sees it.
    package static let acknowledgePolicy = Self("handbook.acknowledge-policy")
}

extension NewNotice.Kind {
    package static let acknowledgementReminder = Self("handbook.acknowledgement-reminder")
}

extension DueItem.Kind {
    /// A version's time to come into force.
    package static let policyBegins = Self("handbook.policy-begins")
    /// A grant's first and last instant: what its holder is asked to read may change.
    package static let grantBegins = Self("handbook.grant-begins")
    package static let grantEnds = Self("handbook.grant-ends")
}
