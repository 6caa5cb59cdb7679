import Foundation

/// Who is asked to read which version, at one instant: the versions that hold then, where, and whom they bind (HBK-03).
package struct Asking: Sendable {
    private let instant: Date
    private let held: [Identifier<School>?: (version: PolicyVersion, policy: Policy)]

    /// - Parameter policy: the words of a version that holds.
    package init(
        _ history: PolicyHistory, schools: [Identifier<School>], on instant: Date,
        policy: (PolicyVersion) throws -> Policy
    ) rethrows {
        self.instant = instant
        var held: [Identifier<School>?: (version: PolicyVersion, policy: Policy)] = [:]
        for school in [nil] + schools.map(Optional.some) {
            guard let version = history.inForce(at: school, on: instant) else { continue }
            held[school] = (version, try policy(version))
        }
        self.held = held
    }

    /// One version that someone is asked to read, and where they are bound by it.
    package struct Asked: Sendable {
        package let version: PolicyVersion
        package let policy: Policy
        package fileprivate(set) var grants: [Grant]

        package var roles: Set<Role> { Set(grants.map(\.role)) }
    }

    /// What someone of this kind is asked to read. A role for the whole organisation asks for its own version alone; a
    /// school's own is asked of those who hold a role at that school.
    package func asked(of kind: Binding.Who, holding grants: [Grant]) -> [Asked] {
        let standing = grants.filter { $0.isValid(at: instant) }
            .sorted { ($0.school?.text ?? "", $0.role) < ($1.school?.text ?? "", $1.role) }
        var asked: [Asked] = []
        for grant in standing {
            guard let held = held[grant.school] else { continue }
            if let place = asked.firstIndex(where: { $0.version.id == held.version.id }) {
                asked[place].grants.append(grant)
            } else {
                asked.append(Asked(version: held.version, policy: held.policy, grants: [grant]))
            }
        }
        return asked.filter { $0.policy.isToBeRead(by: kind, holding: $0.roles) }
    }

    /// Every policy that holds somewhere, by its version.
    package var policies: [Identifier<PolicyVersion>: Policy] {
        Dictionary(held.values.map { ($0.version.id, $0.policy) }, uniquingKeysWith: { first, _ in first })
    }
}

extension Policy {
    /// Whether someone of this kind must read it and say so.
    ///
    /// Whoever is bound in full must; so must who is bound when running an account, once they hold a role that writes
    /// posts. Who keeps to it in spirit or in how they behave is told, and not asked.
    package func isToBeRead(by kind: Binding.Who, holding roles: Set<Role>) -> Bool {
        !bindings(asking: kind, holding: roles).isEmpty
    }

    /// What the paper says that makes it so, in its order.
    package func bindings(asking kind: Binding.Who, holding roles: Set<Role>) -> [Binding] {
        binds.filter { binding in
            guard binding.who == kind else { return false }
            switch binding.extent {
            case .full: return true
            case .runningAnAccount: return !roles.isDisjoint(with: PublishingRoles.writing)
            case .spirit, .behaviour: return false
            }
        }
    }

    /// What it tells those who say that they have read it, with the clause that has it told.
    package var toldAtAcknowledgement: [(clause: Clause, text: String)] {
        clauses.flatMap { clause in
            clause.carriers.compactMap { carrier in
                if case .told(.acknowledgement, let text) = carrier { (clause, text) } else { nil }
            }
        }
    }
}
