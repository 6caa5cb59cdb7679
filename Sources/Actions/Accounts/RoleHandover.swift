import Governance
import Store

extension Organisation {
    /// What somebody leaves to be done who can write no longer for a school, since their last role there has ended, or who
    /// keeps its log-in details no longer. Called once that is written.
    func handoverTasks(ofRoleEnded ended: RoleGrant, _ tx: WriteTransaction) throws -> [TaskChange] {
        let passwords = try passwordTasks(keptNoMoreBy: ended, tx)
        guard try PublishingRoles.writing.contains(ended.grant.role) || tx.holdsNothing(where: ended) else {
            return passwords
        }
        let schools = try ended.grant.school.map { [$0] } ?? tx.schools().map(\.id)
        let lost = Set(try schools.filter { try tx.hasLostRole(ended.user, at: $0) })
        return try lost.isEmpty ? passwords : passwords + handoverTasks(of: ended.user, .role, at: lost, tx)
    }

    /// What is asked no more since somebody was given a role, by hand, by a group at the provider, or because its time has
    /// come: what they ran where they have lost nothing by now. Called once that is written.
    func handoverTasksOver(byRoleOf user: Identifier<User>, _ tx: WriteTransaction) throws -> [TaskChange] {
        try withdrawHandovers(of: user, [.role], tx)
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

    /// The time of a role has come that was given for later.
    func roleBegan(_ item: DueItem, _ tx: WriteTransaction) throws -> Recorded<Void> {
        let begun = try tx.grant(Identifier(item.subject))
        let asked = try tx.askWhenDue(item, installation.policies)
        let tasks = try handoverTasksOver(byRoleOf: begun.user, tx)
        guard !tasks.isEmpty else { return asked }
        return Recorded(asked.events.first ?? .roleGranted(begun), tasks: asked.tasks + tasks)
    }
}

extension WriteTransaction {
    /// Whether somebody has lost, at a school, the role by which they ran what they ran: they wrote for it and do no longer,
    /// or held other roles and hold none.
    func hasLostRole(_ user: Identifier<User>, at school: Identifier<School>) throws -> Bool {
        let ever = try grantsEver(of: user).map(\.grant).filter {
            $0.from <= now && ($0.school == nil || $0.school == school)
        }
        let held = ever.filter { $0.isValid(at: now) }
        let writes = { (grants: [Grant]) in grants.contains { PublishingRoles.writing.contains($0.role) } }
        return writes(ever) ? !writes(held) : !ever.isEmpty && held.isEmpty
    }

    /// Whether somebody whose role has ended holds none there any more.
    fileprivate func holdsNothing(where ended: RoleGrant) throws -> Bool {
        try grants(of: ended.user).map(\.grant).allSatisfy { grant in
            !grant.isValid(at: now) || (grant.school != nil && grant.school != ended.grant.school)
        }
    }
}
