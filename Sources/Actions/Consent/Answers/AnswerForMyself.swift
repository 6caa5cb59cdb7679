import Governance
import Store

/// A member of staff says on their own page where pictures of them may be shown; withdrawing is the same form.
package struct AnswerForMyself: Sendable {
    /// Yes to these places and no to every other.
    package var allowed: Set<Consent.Channel>

    package init(allowing allowed: Set<Consent.Channel>) { self.allowed = allowed }

    package func perform(in organisation: Organisation, by user: Identifier<User>) async throws {
        try await organisation.change(by: .user(user)) { tx in
            guard let person = try tx.person(of: user) else {
                throw ActionError.conflict("The roll does not say which member of staff you are. Ask the school office")
            }
            let entry = try tx.rollEntry(person)
            guard entry.leftAt == nil else { throw ActionError.conflict("You are on the roll no more") }
            let today = Day(of: tx.now)
            var changes = ConsentChanges(organisation, tx)
            try changes.note(
                ConsentAnswer(
                    person: person, giver: .themselves,
                    consent: tx.consent(
                        allowing: allowed, until: nil, of: person, by: .themselves, on: today,
                        at: tx.school(slug: entry.person.school), organisation),
                    way: .link, on: today, at: tx.now, by: .user(user)))
            try changes.settle()
            return changes.recorded(())
        }
        try await organisation.noteDue()
    }
}
