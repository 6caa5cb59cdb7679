import Foundation
import Governance
import Store

/// Says who answers for a group of staff from now on.
package struct HandOnGroup: Sendable {
    package var group: Identifier<StaffGroup>
    package var to: Identifier<User>
    package var why: String

    package init(_ group: Identifier<StaffGroup>, to: Identifier<User>, why: String) {
        self.group = group
        self.to = to
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let why = try required(why, "why", "Say why it is handed on", most: 500)
        try await organisation.change(by: actor) { tx in
            var group = try tx.staffGroup(group)
            try tx.requireGroupKeeper(group)
            guard group.isInUse else { throw ActionError.conflict("This group is closed") }
            let person = try tx.user(to)
            guard try tx.canAnswer(person, forGroupAt: group.school) else {
                throw ActionError.invalid("to", "Choose a member of staff with a role at its school")
            }
            guard to != group.creator else { throw ActionError.invalid("to", "Choose somebody else") }
            let before = group.creator
            group.creator = to
            try tx.write(group)
            let subject = RecordSubject(.staffGroup, group.id)
            return Recorded(
                Event(
                    .groupHandedOn, subject, before: ["creator": .text(before.text)],
                    after: ["creator": .text(to.text)], why: why),
                tasks: [.close(.handOnGroup, subject), .close(.checkGroup, subject)] + groupLook(group, subject, tx),
                notices: [
                    NewNotice(
                        to: to, .groupHandedOn, subject, says: "You answer for the group “\(group.name)” from now on")
                ])
        }
    }

    /// Whoever takes it on looks at it first.
    private func groupLook(_ group: StaffGroup, _ subject: RecordSubject, _ tx: WriteTransaction) -> [TaskChange] {
        [
            .open(
                NewTask(
                    .checkGroup, subject, for: .user(group.creator),
                    due: Acknowledgement.due(after: StaffGroup.daysToCheck, from: tx.now),
                    rule: "Look at “\(group.name)”, for which you answer now: the product’s own rule"))
        ]
    }
}

extension WriteTransaction {
    /// Throws unless whoever acts answers for the group or keeps the register.
    func requireGroupKeeper(_ group: StaffGroup) throws {
        if let user = actor.user, user == group.creator { return }
        guard try authority().holds(any: StaffGroup.keepers, at: group.school) else {
            throw ActionError.notPermitted("Whoever answers for this group, or keeps the register, does this")
        }
    }
}
