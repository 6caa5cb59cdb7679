import Foundation
import Governance
import Store

/// Changes what the roll says of a person, consent included; never the reference.
package struct EditPerson: Sendable {
    package var id: Identifier<Person>
    package var person: Person
    package var why: String?

    package init(_ id: Identifier<Person>, to person: Person, why: String? = nil) {
        self.id = id
        self.person = person
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            try check(person)
            var entry = try tx.rollEntry(id)
            try requireRollKeeper(tx, at: tx.school(slug: entry.person.school))
            try requireRollKeeper(tx, at: tx.school(slug: person.school))
            guard entry.person.ref == person.ref else {
                throw ActionError.invalid("ref", "The reference stays. Take this person off the roll and add another")
            }
            guard entry.leftAt == nil else { throw ActionError.conflict("This person has left") }
            let before = entry.person
            guard before != person else { return .unchanged }
            entry.person = person
            try tx.write([entry])
            return Recorded(
                .rollChange(.personEdited, id, before: before, after: person, why: why),
                and: try tx.endNoPupils(where: [person]))
        }
    }
}

/// Takes a person off the roll who has left.
package struct RecordLeaving: Sendable {
    package var id: Identifier<Person>
    package var why: String

    package init(_ id: Identifier<Person>, why: String) {
        self.id = id
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let why = try required(why, "why", "Say why this person comes off the roll", most: 500)
        try await organisation.change(by: actor) { tx in
            var entry = try tx.rollEntry(id)
            try requireRollKeeper(tx, at: tx.school(slug: entry.person.school))
            guard entry.leftAt == nil else { return .unchanged }
            entry.leftAt = tx.now
            try tx.write([entry])
            return Recorded(.rollChange(.personLeft, id, before: entry.person, why: why))
        }
    }
}

/// Puts someone back on the roll who had left.
package struct RecordReturn: Sendable {
    package var id: Identifier<Person>

    package init(_ id: Identifier<Person>) {
        self.id = id
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            var entry = try tx.rollEntry(id)
            try requireRollKeeper(tx, at: tx.school(slug: entry.person.school))
            guard entry.leftAt != nil else { return .unchanged }
            entry.leftAt = nil
            try tx.write([entry])
            return Recorded(
                .rollChange(.personReturned, id, after: entry.person),
                and: try tx.endNoPupils(where: [entry.person]))
        }
    }
}
