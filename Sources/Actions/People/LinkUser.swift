import Governance
import Store

/// Puts on record that a member of staff on the roll and a user are the same person, so that when they leave the roll
/// it is known who signs in as them. Where they have left already, what they leave to be done is asked for now.
package struct LinkUser: Sendable {
    package var person: Identifier<Person>
    package var user: Identifier<User>

    package init(_ person: Identifier<Person>, to user: Identifier<User>) {
        self.person = person
        self.user = user
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can say who signs in as whom")
            guard try tx.user(of: person) != user else { return .unchanged }
            let event = try tx.linked(person, to: user)
            guard try tx.rollEntry(person).leftAt != nil else { return Recorded(event) }
            return Recorded(
                event,
                tasks: [.close(.findLeaversUser, RecordSubject(.person, person))]
                    + (try organisation.tasks(ofLeaver: user, tx)))
        }
    }
}

extension WriteTransaction {
    /// Links the two, or says why they cannot be; an import, an invitation and a leaving ask this too.
    func linked(_ person: Identifier<Person>, to user: Identifier<User>) throws -> Event {
        let entry = try rollEntry(person)
        guard entry.person.kind == .staff else { throw ActionError.invalid("user", "Only staff sign in") }
        guard try self.user(user).endedAt == nil else { throw ActionError.conflict("This user was shut out") }
        guard try self.user(of: person) == nil else {
            throw ActionError.conflict("Another user signs in as this person. Take that back first")
        }
        if let other = try self.person(of: user), other != person {
            throw ActionError.invalid("user", "This user is another member of staff on the roll")
        }
        try link(person, to: user)
        return Event(.userLinked, RecordSubject(.person, person), after: ["user": .text(user.text)])
    }
}
