import Foundation
import Governance
import Store

/// Puts on record that letters with the question were given out: from here on these families were asked.
package struct GiveLetters: Sendable {
    package var people: [Identifier<Person>]

    package init(to people: [Identifier<Person>]) { self.people = people }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            guard !people.isEmpty else { throw ActionError.invalid("person", "Choose whose families got a letter") }
            var schools: Set<Identifier<School>> = []
            for person in people {
                let entry = try tx.rollEntry(person)
                let school = try tx.school(slug: entry.person.school)
                try tx.requireConsentKeeper(at: school)
                if let school { schools.insert(school) }
                guard entry.person.kind == .pupil else { throw ActionError.invalid("person", "Choose pupils") }
                _ = try tx.openPictureRequest(person, because: .office)
            }
            try tx.markAsked(people, by: .paper)
            return Recorded(
                Event(.lettersGiven, .organisation, after: ["pupils": .number(people.count)]),
                tasks: try tx.donePaperTasks(at: schools))
        }
    }
}
