import Governance
import Store

extension Organisation {
    /// What somebody leaves to be done who can write no longer for a school, since their last role there has ended. Called
    /// once that is written.
    func handoverTasks(ofRoleEnded ended: RoleGrant, _ tx: WriteTransaction) throws -> [TaskChange] {
        let left = try tx.grants(of: ended.user).map(\.grant)
            .filter { $0.isValid(at: tx.now) && PublishingRoles.writing.contains($0.role) }
        guard !left.contains(where: { $0.school == nil }) else { return [] }
        guard try PublishingRoles.writing.contains(ended.grant.role) || holdsNothing(ended, tx) else { return [] }
        let schools = try ended.grant.school.map { [$0] } ?? Array(tx.accounts(runBy: ended.user).map(\.account.school))
        let lost = Set(schools).subtracting(left.compactMap(\.school))
        return lost.isEmpty ? [] : try handoverTasks(of: ended.user, .role, at: lost, tx)
    }

    /// A role ran out by itself.
    func roleRanOut(_ item: DueItem, _ tx: WriteTransaction) throws -> Recorded<Void> {
        let ended = try tx.grant(Identifier(item.subject))
        let asked = try tx.askWhenDue(item, installation.policies)
        guard ended.grant.until.map({ $0 <= tx.now }) ?? false else { return asked }
        let tasks = try handoverTasks(ofRoleEnded: ended, tx)
        guard !tasks.isEmpty else { return asked }
        return Recorded(
            asked.events.first ?? Event(.roleEnded, RecordSubject(.user, ended.user), before: .init(ended)),
            tasks: asked.tasks + tasks)
    }

    /// Whether somebody whose role has ended holds none there any more.
    private func holdsNothing(_ ended: RoleGrant, _ tx: WriteTransaction) throws -> Bool {
        try tx.grants(of: ended.user).map(\.grant).allSatisfy { grant in
            !grant.isValid(at: tx.now) || (grant.school != nil && grant.school != ended.grant.school)
        }
    }
}
