import Foundation
import Governance
import Store

extension ConsentAnswer {
    /// What is typed beside other things on a person's page: by a form that names nobody.
    static func typed(_ consent: Consent, of person: Identifier<Person>, _ tx: WriteTransaction) -> ConsentAnswer {
        ConsentAnswer(
            person: person, giver: .form, consent: consent, way: .paper, on: Day(of: tx.now), at: tx.now, by: tx.actor)
    }
}
