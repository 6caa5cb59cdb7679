import Foundation
import Governance
import Store

/// Puts on file what people said about pictures on paper or by word of mouth: for one person, or for a whole class at
/// once. One answer that cannot be taken leaves all of them out, so that nobody has to guess which went in.
package struct RecordAnswers: Sendable {
    /// One answer as somebody types it.
    package struct Typed: Sendable, Equatable {
        package enum Says: Sendable, Equatable {
            /// Yes to these places and no to every other.
            case places(Set<Consent.Channel>)
            /// They were asked and do not object.
            case noObjection
            /// What this giver said before was typed by mistake.
            case nothing
        }

        package var person: Identifier<Person>
        package var giver: ConsentAnswer.Giver
        package var says: Says
        package var until: Day?

        package init(_ person: Identifier<Person>, by giver: ConsentAnswer.Giver, _ says: Says, until: Day? = nil) {
            self.person = person
            self.giver = giver
            self.says = says
            self.until = until
        }
    }

    package var answers: [Typed]
    package var way: ConsentAnswer.Way
    /// The day on which it was said; nil: today.
    package var on: Day?

    package init(_ answers: [Typed], by way: ConsentAnswer.Way, on day: Day? = nil) {
        self.answers = answers
        self.way = way
        on = day
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        guard way == .paper || way == .said else { throw ActionError.invalid("way", "Say how they answered") }
        try await organisation.change(by: actor) { tx in
            let today = Day(of: tx.now)
            let day = on ?? today
            guard day <= today else { throw ActionError.invalid("on", "Choose a day that is not to come") }
            guard !answers.isEmpty else { throw ActionError.invalid("answer", "Fill in at least one answer") }
            var changes = ConsentChanges(organisation, tx)
            for typed in answers { try changes.note(answer(typed, on: day, organisation, tx)) }
            try changes.settle()
            return changes.recorded(())
        }
        try await organisation.noteDue()
    }

    private func answer(
        _ typed: Typed, on day: Day, _ organisation: Organisation, _ tx: WriteTransaction
    ) throws -> ConsentAnswer {
        let entry = try tx.rollEntry(typed.person)
        let school = try tx.school(slug: entry.person.school)
        try tx.requireConsentKeeper(at: school)
        guard entry.leftAt == nil else { throw ActionError.conflict("\(entry.person.shortName) has left") }
        if case .parent(let name) = typed.giver, trimmed(name).isEmpty || name.count > 200 {
            throw ActionError.invalid("giver", "Say who answered")
        }
        guard typed.giver != .school else { throw ActionError.invalid("giver", "Say who answered") }
        if let until = typed.until, until < Day(of: tx.now) {
            throw ActionError.invalid("until", "This day is over already")
        }
        return try ConsentAnswer(
            person: typed.person, giver: typed.giver, consent: consent(typed, school, organisation, tx), way: way,
            on: day, at: tx.now, by: tx.actor)
    }

    private func consent(
        _ typed: Typed, _ school: Identifier<School>?, _ organisation: Organisation, _ tx: WriteTransaction
    ) throws -> Consent {
        switch typed.says {
        case .nothing: Consent()
        case .noObjection: Consent(.noObjection, until: typed.until)
        case .places(let places):
            try tx.consent(
                allowing: places, until: typed.until, of: typed.person, by: typed.giver, at: school, organisation)
        }
    }
}

extension WriteTransaction {
    /// What a yes or a no for each place comes to, after what the same giver said before.
    func consent(
        allowing places: Set<Consent.Channel>, until: Day?, of person: Identifier<Person>,
        by giver: ConsentAnswer.Giver, at school: Identifier<School>?, _ organisation: Organisation
    ) throws -> Consent {
        let before = try consentAnswers(of: person).last { $0.giver == giver }?.consent
        let policy = try organisation.policyInForce(at: school, on: now, self)?.policy
        return Consent(
            allowing: places, until: until, before: before,
            asksForObjections: policy?.takesSilenceForConsent ?? false, on: Day(of: now))
    }
}
