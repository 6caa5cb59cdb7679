import Governance
import Store

/// Puts on record that no way in belongs to a member of staff who came off the roll.
package struct SayNobodySignsIn: Sendable {
    package var person: Identifier<Person>

    package init(as person: Identifier<Person>) { self.person = person }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can say who signs in as whom")
            let entry = try tx.rollEntry(person)
            guard entry.leftAt != nil, try tx.user(of: person) == nil else {
                throw ActionError.conflict("Somebody is known to sign in as this person. Look at the page again")
            }
            let subject = RecordSubject(.person, person)
            return Recorded(Event(.nobodySignsIn, subject), tasks: [.close(.findLeaversUser, subject)])
        }
    }
}
