import Foundation
import Governance
import Store

/// Puts on record that a group of staff is closed, or nobody's here any more.
package struct CloseGroup: Sendable {
    package var group: Identifier<StaffGroup>
    package var why: String

    package init(_ group: Identifier<StaffGroup>, why: String) {
        self.group = group
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let why = try required(why, "why", "Say why it is closed", most: 500)
        try await organisation.change(by: actor) { tx in
            var group = try tx.staffGroup(group)
            try tx.requireGroupKeeper(group)
            guard group.isInUse else { throw ActionError.conflict("This group is closed already") }
            group.closedAt = tx.now
            try tx.write(group)
            try tx.clearDue(.groupCheck, group.id.text)
            let subject = RecordSubject(.staffGroup, group.id)
            return Recorded(
                Event(.groupClosed, subject, why: why),
                tasks: [.close(.checkGroup, subject), .close(.handOnGroup, subject)])
        }
        try await organisation.noteDue()
    }
}
