import Foundation
import Governance
import Store

extension ConsentAnswer {
    /// What is typed beside other things on a person's page: by a form that names nobody.
    static func typed(
        _ consent: Consent, of person: Identifier<Person>, _ tx: WriteTransaction
    ) throws -> ConsentAnswer {
        ConsentAnswer(
            person: person, giver: .form, consent: consent,
            takesBack: consent.status == .notRecorded ? try tx.lastTyped(of: person, by: .form)?.number : nil,
            way: .paper, on: Day(of: tx.now), at: tx.now, by: tx.actor)
    }
}

extension WriteTransaction {
    /// What was typed last as said by just this giver, and was not taken back; nil: nothing.
    func lastTyped(of person: Identifier<Person>, by giver: ConsentAnswer.Giver) throws -> ConsentAnswer? {
        let answers = try consentAnswers(of: person)
        let gone = Set(answers.compactMap(\.takesBack))
        return answers.last {
            $0.giver == giver && $0.consent.status != .notRecorded && !gone.contains($0.number)
                && [.paper, .said].contains($0.way)
        }
    }
}
