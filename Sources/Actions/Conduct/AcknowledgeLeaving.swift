import Governance
import Store

/// Says on leaving that what is confidential stays so, or puts on record how somebody who has left said it (CON-06).
package struct AcknowledgeLeaving: Sendable {
    package var leaver: Identifier<User>
    /// How they said it; nil: they say it themselves, here.
    package var how: String?

    package init(_ leaver: Identifier<User>, how: String? = nil) {
        self.leaver = leaver
        self.how = how
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let how = try how.map {
            try required($0, "how", "Say how they said it, such as “in a letter of 3 May”", most: 500)
        }
        try await organisation.change(by: actor) { tx in
            let subject = RecordSubject(.user, leaver)
            _ = try tx.user(leaver)
            if try tx.person() != leaver {
                guard how != nil else {
                    throw ActionError.notPermitted("Nobody says this for another; say how they said it")
                }
                try tx.requireChaser(
                    of: leaver, "A senior leader or an administrator of their school puts this on record")
            }
            guard try !tx.wordOnLeavingCounts(of: leaver) else { return .unchanged }
            guard try how != nil || tx.isOpen(.acknowledgeLeaving, subject) else {
                throw ActionError.conflict("It is asked of whoever leaves, and nobody has asked you yet")
            }
            return Recorded(
                Event(.leavingAcknowledged, subject, why: how),
                tasks: [.close(.acknowledgeLeaving, subject), .close(.chaseLeaver, subject)])
        }
    }
}
