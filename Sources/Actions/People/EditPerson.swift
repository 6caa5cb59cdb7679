import Governance
import Store

/// Changes what the roll says of a person, consent included; never the reference.
package struct EditPerson: Sendable {
    package var id: Identifier<Person>
    package var person: Person
    package var why: String?
    /// The last event of theirs that whoever changes it has seen; nil: they have not looked.
    package var seen: Int?

    /// Something else is on record of them since.
    package enum Overtaken: Error { case byAnother }

    package init(_ id: Identifier<Person>, to person: Person, why: String? = nil, seen: Int? = nil) {
        self.id = id
        self.person = person
        self.why = why
        self.seen = seen
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            try check(person)
            var entry = try tx.rollEntry(id)
            try requireRollKeeper(tx, at: tx.school(slug: entry.person.school))
            try requireRollKeeper(tx, at: tx.school(slug: person.school))
            guard entry.person.ref == person.ref, entry.person.number == person.number else {
                throw ActionError.invalid("ref", "The reference stays. Take this person off the roll and add another")
            }
            guard entry.leftAt == nil else { throw ActionError.conflict("This person has left") }
            let before = entry.person
            guard before != person else { return .unchanged }
            let school = try tx.school(slug: person.school)
            if let other = try tx.rollEntry(number: person.number, kind: person.kind, at: school), other.id != id {
                throw ActionError.invalid("school", "Somebody else has this reference at that school")
            }
            if let seen, let last = try tx.lastEvent(about: RecordSubject(.person, id)), last > seen {
                throw Overtaken.byAnother
            }
            entry.person = person
            entry.person.consent = before.consent
            if !person.hasName(of: before) { try tx.keepPictures(naming: before, of: id) }
            try tx.write([entry])
            var consents = ConsentChanges(organisation, tx)
            if person.consent != before.consent {
                let typed = try ConsentAnswer.typed(person.consent, of: id, tx)
                guard try tx.older(typed)?.why != .ownLink else {
                    throw ActionError.conflict(
                        "The family said no or set a limit by their own link. Type what they say now on the page of "
                            + "pictures and consent")
                }
                do { try tx.requireSaidAnew(typed) } catch is ActionError {
                    throw ActionError.conflict(
                        "This consent ends, or ended, on a day. Type what they say now on the page of pictures and "
                            + "consent, with who said it and when")
                }
                try consents.note(typed)
            }
            try consents.moved([MovedPupil(id: id, school: school, before: before.form, now: person.form)])
            try consents.settle()
            if person.consent != before.consent, person.consent.status == .notRecorded,
                try tx.rollEntry(id).person.consent.status != .notRecorded
            {
                throw ActionError.conflict(
                    "What a list brought, or was said before, stays on record. Type what they say now on the page of "
                        + "pictures and consent")
            }
            // last, so that whoever reads of the person last reads what was changed
            return try consents.recorded(
                (), before: .rollChange(.personEdited, id, before: before, after: tx.rollEntry(id).person, why: why),
                and: tx.endNoPupils(where: [person]))
        }
        try await organisation.noteDue()
    }
}
