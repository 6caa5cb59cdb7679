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

extension WriteTransaction {
    func requireProtector(at school: Identifier<School>?) throws {
        guard try authority().holds(any: ConsentRoles.protecting, at: school) else {
            throw ActionError.notPermitted("Only the headteacher or the safeguarding lead says this")
        }
    }
}

extension Organisation {
    /// Why the school said never; nil where nobody gave a reason. Whoever asks has seen that the reader may know.
    package func reason(of answer: ConsentAnswer.Number) async throws -> String? {
        guard let sealed = try await database.reason(of: answer) else { return nil }
        return String(decoding: try installation.secrets.open(sealed, for: SayNever.purpose(answer)), as: UTF8.self)
    }
}
