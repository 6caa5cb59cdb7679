import Foundation
import Governance
import Store

extension Organisation {
    /// By its rota somebody looks at a group.
    func groupCheckDue(_ item: DueItem, _ tx: WriteTransaction) throws -> Recorded<Void> {
        let group = try tx.staffGroup(Identifier(item.subject))
        guard group.isInUse, group.nextCheck <= tx.now else { return .unchanged }
        let subject = RecordSubject(.staffGroup, group.id)
        let rule = accountRule(
            "Look at “\(group.name)”: what stands on it, and who is in it", try groupSections(group, tx))
        let isHere = try tx.canAnswer(tx.user(group.creator), forGroupAt: group.school)
        return Recorded(
            Event(.groupCheckAsked, subject),
            tasks: [
                .open(
                    NewTask(
                        .checkGroup, subject,
                        for: isHere ? .user(group.creator) : try keeper(of: group, besides: group.creator, tx),
                        due: Acknowledgement.due(after: StaffGroup.daysToCheck, from: tx.now),
                        rule: rule))
            ])
    }

    /// What somebody who leaves was answering for is handed on the same day.
    ///
    /// - Parameter schools: nil: everywhere; the schools where they lost their roles otherwise.
    func groupTasks(
        of leaver: Identifier<User>, _ cause: AccountHandover.Cause, at schools: Set<Identifier<School>>?,
        _ tx: WriteTransaction
    ) throws -> [TaskChange] {
        let person = try tx.user(leaver)
        let name = person.name
        let groups = try tx.staffGroups(of: leaver).filter { group in
            guard let schools else { return true }
            guard cause == .role else { return group.school.map(schools.contains) ?? false }
            return try group.school.map(schools.contains) ?? false && !tx.canAnswer(person, forGroupAt: group.school)
        }
        return try groups.flatMap { group in
            try handingOn(
                group, from: leaver,
                "\(name) leaves the group “\(group.name)”; find who answers for it now, or close it", tx)
        }
    }

    /// What becomes of somebody's groups when what they are to the school has changed: a member of staff answers for each.
    func groupTasks(ofKindChanged user: User, _ tx: WriteTransaction) throws -> [TaskChange] {
        guard !user.kind.isStaff else { return try groupTasksOver(of: user.id, [.role], tx) }
        return try tx.staffGroups(of: user.id).flatMap { group in
            try handingOn(
                group, from: user.id,
                "\(user.name) is no member of staff any more; find who answers for the group “\(group.name)” now, or close it",
                tx)
        }
    }

    private func handingOn(
        _ group: StaffGroup, from user: Identifier<User>, _ says: String, _ tx: WriteTransaction
    ) throws -> [TaskChange] {
        let subject = RecordSubject(.staffGroup, group.id)
        return [
            .close(.checkGroup, subject),
            .open(
                NewTask(
                    .handOnGroup, subject, for: try keeper(of: group, besides: user, tx),
                    due: Acknowledgement.due(after: 0, from: tx.now),
                    rule: accountRule(says, try groupSections(group, tx)), hiddenFrom: [user])),
        ]
    }

    /// What is asked no more of somebody's groups, for which they can answer by now.
    func groupTasksOver(
        of user: Identifier<User>, _ over: Set<AccountHandover.Cause>, _ tx: WriteTransaction
    ) throws -> [TaskChange] {
        let person = try tx.user(user)
        guard try over.contains(.refused) || !tx.isRefused(user) else { return [] }
        return try tx.staffGroups(of: user).filter { try tx.canAnswer(person, forGroupAt: $0.school) }
            .map { .close(.handOnGroup, RecordSubject(.staffGroup, $0.id)) }
    }

    private func keeper(
        of group: StaffGroup, besides leaver: Identifier<User>, _ tx: WriteTransaction
    ) throws -> NewTask.Assignee {
        let role = try tx.firstHeldOrNone(StaffGroup.keepers, at: group.school, besides: [leaver])
        return .role(role ?? .administrator, at: group.school)
    }

    private func groupSections(_ group: StaffGroup, _ tx: WriteTransaction) throws -> [String] {
        AccountTerms(try policyInForce(at: group.school, on: tx.now, tx)?.policy).groupSections
    }
}
