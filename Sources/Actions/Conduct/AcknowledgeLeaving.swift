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
            guard try !tx.hasEvent(.leavingAcknowledged, about: subject) else { return .unchanged }
            guard try how != nil || tx.isOpen(.acknowledgeLeaving, subject) else {
                throw ActionError.conflict("It is asked of whoever leaves, and nobody has asked you yet")
            }
            return Recorded(
                Event(.leavingAcknowledged, subject, why: how),
                tasks: [.close(.acknowledgeLeaving, subject), .close(.chaseLeaver, subject)])
        }
    }
}

/// Asks somebody who is about to leave to say, on a page of their own, that what is confidential stays so.
package struct AskLeaver: Sendable {
    package var leaver: Identifier<User>

    package init(_ leaver: Identifier<User>) { self.leaver = leaver }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            try tx.requireChaser(of: leaver, "A senior leader or an administrator of their school asks it")
            let user = try tx.user(leaver)
            guard user.endedAt == nil else {
                throw ActionError.conflict("\(user.name) cannot sign in any more. Put on record how they said it")
            }
            let schools = try tx.schoolsEver(of: leaver)
            let tasks = try organisation.leavingTasks(of: leaver, isGone: false, schools: schools, tx)
            guard !tasks.isEmpty else { return .unchanged }
            return Recorded(
                Event(.leaverAsked, RecordSubject(.user, leaver)), tasks: tasks,
                notices: [
                    NewNotice(
                        to: leaver, .leaverAsked, RecordSubject(.user, leaver),
                        says: "Before you leave: please say that what is confidential stays so")
                ])
        }
    }
}

/// Who asks a leaver, and puts on record what they said, where the leaver has or had a role.
package enum Leavers {
    package static let chasers: [Role] = [.slt, .headteacher, .administrator]
}

extension WriteTransaction {
    fileprivate func requireChaser(of leaver: Identifier<User>, _ says: String) throws {
        let reach = try authority().reach(as: Leavers.chasers)
        guard try reach.finds(everAt: schoolsEver(of: leaver)) else {
            throw ActionError.notPermitted(says)
        }
    }
}
