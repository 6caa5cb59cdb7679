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
            try tx.requireProtector(at: tx.school(slug: entry.person.school))
            var changes = ConsentChanges(organisation, tx)
            let number = try changes.note(.ofSchool(person, .objected, tx.now, actor))
            try tx.keep(
                reason: organisation.installation.secrets.seal(Data(reason.utf8), for: Self.purpose(number)), of: number
            )
            try changes.settle()
            return changes.recorded(())
        }
        try await organisation.noteDue()
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
            let holds = try tx.consentAnswers(of: person).last { $0.giver == .school }?.consent.status == .objected
            guard holds else { return .unchanged }
            var changes = ConsentChanges(organisation, tx)
            try changes.note(.ofSchool(person, .notRecorded, tx.now, actor))
            try changes.settle()
            return changes.recorded(())
        }
        try await organisation.noteDue()
    }
}

extension ConsentAnswer {
    fileprivate static func ofSchool(
        _ person: Identifier<Person>, _ status: Consent.Status, _ now: Date, _ actor: Actor
    ) -> ConsentAnswer {
        ConsentAnswer(
            person: person, giver: .school, consent: Consent(status), way: .said, on: Day(of: now), at: now, by: actor)
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
                answer.consent.status == .objected, let sealed = try tx.reason(of: answer.number)
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
