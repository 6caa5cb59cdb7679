import Foundation
import Governance
import Store

extension Organisation {
    /// Gives and takes the roles that groups at the provider mean, and no others.
    ///
    /// A role that somebody gave by hand stays, the last administrator who can come in stays, and who entered what a group
    /// means gets nothing by that entry.
    /// - Parameter groups: nil when the token did not say; then nothing changes.
    func apply(_ groups: [String]?, of provider: SignInProvider, to user: Identifier<User>) async throws {
        guard let groups = groups.map(Set.init), !provider.groupRoles.isEmpty || !groups.isEmpty else { return }
        let policies = installation.policies
        try await change(by: .schedule) { tx in
            guard try tx.user(user).endedAt == nil else { return .unchanged }
            let wanted = provider.groupRoles.filter { groups.contains($0.group) && $0.by != user }
            let held = try tx.groupGrants(of: user)
            var events: [Event] = []
            var ended: [RoleGrant] = []
            var tasks: [TaskChange] = []
            for (group, row) in held
            where !wanted.contains(where: { $0.group == group && $0.means(row.grant) }) {
                if try tx.isLastAdministrator(row) { continue }
                try tx.end(row)
                ended.append(row)
                events.append(
                    Event(
                        .roleEnded, RecordSubject(.user, user), before: .init(row),
                        why: "No longer in the group \(group) at \(provider.title)"))
            }
            for group in wanted {
                let all = try tx.grants(of: user)
                guard !all.contains(where: { group.means($0.grant) && $0.grant.isValid(at: tx.now) }) else { continue }
                let row = RoleGrant(
                    id: tx.identifier(), user: user, grant: Grant(group.role, at: group.school, from: tx.now),
                    why: "In the group \(group.group) at \(provider.title)")
                try tx.insert(row, byGroup: group.group)
                events.append(.roleGranted(row))
            }
            guard let first = events.first else { return .unchanged }
            for row in ended { tasks += try handoverTasks(ofRoleEnded: row, tx) }
            tasks += try handoverTasksOver(byRoleOf: user, tx)
            return Recorded(
                first, and: Array(events.dropFirst()),
                tasks: try tx.handbookTasks(policies, of: user, leadersToo: true) + tasks)
        }
    }
}

extension SignInProvider.GroupRole {
    fileprivate func means(_ grant: Grant) -> Bool { grant.role == role && grant.school == school }
}
