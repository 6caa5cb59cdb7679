import Foundation
import Governance
import Store

/// Puts on record what its creator saw on a group of staff; the next look is asked for by its rota (ACC-12).
package struct CheckGroup: Sendable {
    package var group: Identifier<StaffGroup>
    package var found: String

    package init(_ group: Identifier<StaffGroup>, found: String) {
        self.group = group
        self.found = found
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let found = try required(found, "found", "Say what you saw, such as “all as it should be”", most: 1_000)
        try await organisation.change(by: actor) { tx in
            var group = try tx.staffGroup(group)
            guard group.isInUse else { throw ActionError.conflict("This group is closed") }
            guard try tx.person() == group.creator || tx.authority().holds(any: StaffGroup.keepers, at: group.school)
            else {
                throw ActionError.notPermitted("Whoever answers for this group, or keeps the register, looks at it")
            }
            group.checkedAt = tx.now
            try tx.write(group)
            try tx.setDue(.groupCheck, group.id.text, at: group.nextCheck)
            let subject = RecordSubject(.staffGroup, group.id)
            return Recorded(
                Event(.groupChecked, subject, after: ["next": RecordValue(group.nextCheck)], why: found),
                tasks: [.close(.checkGroup, subject)])
        }
        try await organisation.noteDue()
    }
}

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
        of leaver: Identifier<User>, at schools: Set<Identifier<School>>?, _ tx: WriteTransaction
    ) throws -> [TaskChange] {
        let name = try tx.user(leaver).name
        let groups = try tx.staffGroups(of: leaver).filter { group in
            schools.map { schools in group.school.map(schools.contains) ?? false } ?? true
        }
        return try groups.flatMap { group -> [TaskChange] in
            let subject = RecordSubject(.staffGroup, group.id)
            let sections = try groupSections(group, tx)
            return [
                .close(.checkGroup, subject),
                .open(
                    NewTask(
                        .handOnGroup, subject, for: try keeper(of: group, besides: leaver, tx),
                        due: Acknowledgement.due(after: 0, from: tx.now),
                        rule: accountRule(
                            "\(name) leaves the group “\(group.name)”; find who answers for it now, or close it",
                            sections), hiddenFrom: [leaver])),
            ]
        }
    }

    private func keeper(
        of group: StaffGroup, besides leaver: Identifier<User>, _ tx: WriteTransaction
    ) throws -> NewTask.Assignee {
        let role = try StaffGroup.keepers.first { role in
            try !tx.holders(of: role, at: group.school).subtracting([leaver]).isEmpty
        }
        return .role(role ?? .administrator, at: group.school)
    }

    private func groupSections(_ group: StaffGroup, _ tx: WriteTransaction) throws -> [String] {
        AccountTerms(try policyInForce(at: group.school, on: tx.now, tx)?.policy).groupSections
    }
}
