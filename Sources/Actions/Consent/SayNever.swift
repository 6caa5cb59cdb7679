import Foundation
import Governance
import Store

/// Says for the school that somebody must never be pictured, or no longer says so. Everybody else meets a refusal like
/// any other; why is sealed, and read by the headteacher and the safeguarding lead alone.
package struct SayNever: Sendable {
    package var person: Identifier<Person>
    /// Nil lifts it.
    package var reason: String?

    package init(_ person: Identifier<Person>, reason: String?) {
        self.person = person
        self.reason = reason
    }

    static func purpose(_ answer: ConsentAnswer.Number) -> String { "consent-reason:\(answer)" }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let reason = try reason.map { try required($0, "reason", "Say why, for those who may know", most: 1_000) }
        try await organisation.change(by: actor) { tx in
            let entry = try tx.rollEntry(person)
            try tx.requireProtector(at: tx.school(slug: entry.person.school))
            let holds = try tx.consentAnswers(of: person).last { $0.giver == .school }?.consent.status == .objected
            guard reason != nil || holds else { return .unchanged }
            var changes = ConsentChanges(organisation, tx)
            let number = try changes.note(
                ConsentAnswer(
                    person: person, giver: .school, consent: Consent(reason == nil ? .notRecorded : .objected),
                    way: .said, on: Day(of: tx.now), at: tx.now, by: actor))
            if let reason {
                try tx.keep(
                    reason: organisation.installation.secrets.seal(Data(reason.utf8), for: Self.purpose(number)),
                    of: number)
            }
            try changes.settle()
            return changes.recorded(())
        }
        try await organisation.noteDue()
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
