import Foundation
import Governance
import Store

/// Says for the school that somebody must never be pictured. Everybody else meets a refusal like any other; why is sealed,
/// and read by the headteacher and the safeguarding lead alone.
package struct SayNever: Sendable {
    package var person: Identifier<Person>
    package var reason: String

    package init(_ person: Identifier<Person>, reason: String) {
        self.person = person
        self.reason = reason
    }

    static func purpose(_ answer: ConsentAnswer.Number) -> String { "consent-reason:\(answer)" }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let reason = try required(reason, "reason", "Say why, for those who may know", most: 1_000)
        try await organisation.change(by: actor) { tx in
            let entry = try tx.rollEntry(person)
            let school = try tx.school(slug: entry.person.school)
            try tx.requireProtector(at: school)
            let policy = try organisation.policyInForce(at: school, on: tx.now, tx)?.policy
            let today = Day(of: tx.now)
            let no = Consent(
                allowing: [], until: nil, before: entry.person.consent,
                asksForObjections: policy?.takesSilenceForConsent ?? false, on: today)
            let said = ConsentAnswer.ofSchool(person, no, tx.now, actor)
            let number = try tx.insert(said)
            try tx.keep(
                reason: organisation.installation.secrets.seal(Data(reason.utf8), for: Self.purpose(number)), of: number
            )
            try tx.setDue(.neverSettles, person.text, at: tx.now)
            return Recorded(
                Event(.neverSaid, RecordSubject(.person, person), after: RecordValue(said)))
        }
        // what follows bears nobody's name, or whoever reads a post would know whose no it was
        try await organisation.change(by: .schedule) { tx in try organisation.neverDue(person, tx) }
        try await organisation.noteDue()
    }
}

extension Organisation {
    /// What follows from a never: the list, and all that shows them. Done twice it changes nothing the second time.
    func neverDue(_ person: Identifier<Person>, _ tx: WriteTransaction) throws -> Recorded<Void> {
        guard try tx.isDue(.neverSettles, person.text) else { return .unchanged }
        try tx.clearDue(.neverSettles, person.text)
        guard let never = try tx.consentAnswers(of: person).last(where: { $0.giver == .school }), never.isNever else {
            return .unchanged
        }
        var changes = ConsentChanges(self, tx)
        changes.take(never.number, of: person)
        changes.add(Event(.consentRecounted, RecordSubject(.person, person), after: [:]))
        try changes.settle()
        return changes.recorded(())
    }
}

/// Says that the school no longer says never: what the family or the person said holds again.
package struct LiftNever: Sendable {
    package var person: Identifier<Person>

    package init(_ person: Identifier<Person>) { self.person = person }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let entry = try tx.rollEntry(person)
            try tx.requireProtector(at: tx.school(slug: entry.person.school))
            let holds = try tx.consentAnswers(of: person).last { $0.giver == .school }?.isNever == true
            guard holds else { return .unchanged }
            var changes = ConsentChanges(organisation, tx)
            try changes.note(.ofSchool(person, Consent(), tx.now, actor))
            try changes.settle()
            return changes.recorded(())
        }
        try await organisation.noteDue()
    }
}

extension ConsentAnswer {
    fileprivate static func ofSchool(
        _ person: Identifier<Person>, _ consent: Consent, _ now: Date, _ actor: Actor
    ) -> ConsentAnswer {
        ConsentAnswer(
            person: person, giver: .school, consent: consent, way: .said, on: Day(of: now), at: now, by: actor)
    }
}

/// Shows the headteacher or the safeguarding lead why the school said never; each look is an event.
package struct ReadNeverReason: Sendable {
    package var person: Identifier<Person>

    package init(_ person: Identifier<Person>) { self.person = person }

    /// Nil where nobody says never any more, or no reason was given. Throws `SecretsTrouble` where it does not open.
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> String? {
        try await organisation.change(by: actor) { tx -> Recorded<String?> in
            _ = try tx.person()
            let entry = try tx.rollEntry(person)
            try tx.requireProtector(at: tx.school(slug: entry.person.school))
            guard let answer = try tx.consentAnswers(of: person).last(where: { $0.giver == .school }),
                answer.isNever, let sealed = try tx.reason(of: answer.number)
            else { return .unchanged(nil) }
            let text = try organisation.installation.secrets.open(sealed, for: SayNever.purpose(answer.number))
            return Recorded(
                String(decoding: text, as: UTF8.self),
                Event(.neverReasonRead, RecordSubject(.person, person)))
        }
    }
}

extension WriteTransaction {
    func requireProtector(at school: Identifier<School>?) throws {
        guard try authority().holds(any: ConsentRoles.protecting, at: school) else {
            throw ActionError.notPermitted("This is for the headteacher and the safeguarding lead alone")
        }
    }
}
