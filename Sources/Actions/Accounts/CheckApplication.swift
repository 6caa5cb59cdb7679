import Governance
import Store

/// What the door would say now of approving an application; nothing changes.
package struct CheckApplication: Sendable {
    package var application: Identifier<AccountApplication>

    package init(_ application: Identifier<AccountApplication>) { self.application = application }

    /// What is examined, with what is on record of those who would run it, and the findings.
    package func perform(in organisation: Organisation) async throws -> (operators: [AccountOperator], Decision) {
        try await organisation.look(by: .schedule) { tx in
            let application = try tx.accountApplication(application)
            let rules = try organisation.accountRules(at: application.school, tx)
            let act = try tx.openAccount(
                .deciding, application.asked, applicant: application.by, trained: application.trained,
                at: application.school, under: rules)
            return (act.operators, rules.door.decide(act, at: tx.now))
        }
    }
}
