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
            let user = try tx.person()
            guard
                try user == group.creator || tx.isDeputy(user, of: group.creator, from: tx.now, until: tx.now + 1)
                    || tx.authority().holds(any: StaffGroup.keepers, at: group.school)
            else {
                throw ActionError.notPermitted(
                    "Whoever answers for this group, their deputy, or who keeps the register looks at it")
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
