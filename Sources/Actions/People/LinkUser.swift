import Governance
import Store

/// Puts on record that a member of staff on the roll and a user are the same person, so that when they leave the roll
/// it is known who signs in as them. An equal e-mail address only proposes it.
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
            return Recorded(try tx.linked(person, to: user))
        }
    }
}

/// Takes it back: they are not the same person, or it is no longer known.
package struct UnlinkUser: Sendable {
    package var person: Identifier<Person>
    package var why: String

    package init(_ person: Identifier<Person>, why: String) {
        self.person = person
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let why = try required(why, "why", "Say why they are not the same person", most: 500)
        try await organisation.change(by: actor) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can say who signs in as whom")
            guard let user = try tx.user(of: person) else { return .unchanged }
            try tx.unlink(person)
            return Recorded(
                Event(
                    .userUnlinked, RecordSubject(.person, person), before: ["user": .text(user.text)], why: why))
        }
    }
}

extension WriteTransaction {
    /// Links the two, or says why they cannot be; an import asks this too.
    func linked(_ person: Identifier<Person>, to user: Identifier<User>) throws -> Event {
        let entry = try rollEntry(person)
        guard entry.person.kind == .staff else { throw ActionError.invalid("user", "Only staff sign in") }
        guard entry.leftAt == nil else { throw ActionError.conflict("This person has left") }
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
