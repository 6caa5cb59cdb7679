import Governance
import Store

/// Puts a pupil or a member of staff on the roll by hand. `person.school` is the school's short name.
package struct AddPerson: Sendable {
    package var person: Person

    package init(_ person: Person) {
        self.person = person
    }

    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Identifier<Person> {
        let id = try await organisation.change(by: actor) { tx in
            try check(person)
            try requireRollKeeper(tx, at: tx.school(slug: person.school))
            let school = try tx.school(slug: person.school)
            if let other = try tx.rollEntry(number: person.number, kind: person.kind, at: school) {
                let says = other.leftAt == nil ? "is on the roll" : "left; let that person return instead"
                throw ActionError.invalid("ref", "Somebody with this reference \(says)")
            }
            var entry = RollEntry(id: tx.identifier(), person: person)
            entry.person.ref = try tx.isFree(ref: person.number) ? person.number : entry.id.text
            var consents = ConsentChanges(organisation, tx)
            var unsaid = entry
            unsaid.person.consent = Consent()
            try tx.write([unsaid])
            if entry.person.consent.status != .notRecorded {
                try consents.note(.typed(entry.person.consent, of: entry.id, tx))
            }
            try consents.settle()
            try consents.joined([entry])
            return consents.recorded(
                entry.id, .rollChange(.personAdded, entry.id, after: entry.person),
                and: try tx.endNoPupils(where: [entry.person]))
        }
        try await organisation.noteDue()
        return id
    }
}
