import Foundation
import Governance
import Store

/// Changes who runs an account and who leads it; whoever runs an active one has read the policy and is trained (ACC-04),
/// and there are enough of them (ACC-02).
package struct ChangeOperators: Sendable {
    package var account: Identifier<PostingAccount>
    package var operators: [Identifier<User>]
    package var lead: Identifier<User>?
    /// Of whom whoever changes it knows that they are trained.
    package var trained: Set<Identifier<User>>
    package var why: String

    package init(
        _ account: Identifier<PostingAccount>, operators: [Identifier<User>], lead: Identifier<User>?,
        trained: Set<Identifier<User>> = [], why: String
    ) {
        self.account = account
        self.operators = operators
        self.lead = lead
        self.trained = trained
        self.why = why
    }

    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> AccountOutcome<Void> {
        let why = try required(why, "why", "Say why this changes", most: 500)
        return try await organisation.change(by: actor) { tx in
            let before = try tx.officialAccount(account)
            try tx.requireAccountKeeper(at: before.account.school)
            guard before.state.isInUse else { throw ActionError.conflict("This account is closed") }
            guard let lead = lead ?? operators.first else {
                throw ActionError.invalid("operators", "Name at least one who runs it")
            }
            let rules = try organisation.accountRules(at: before.account.school, tx)
            var asked = before.asCase
            var seen: Set<Identifier<User>> = []
            asked.operators = ([lead] + operators).filter { seen.insert($0).inserted }
            asked.lead = lead
            try tx.requireNoneLeft(among: asked.operators, of: account)
            let known = Set(before.operators.filter { $0.isTrained == true }.map(\.user))
            let act = try tx.openAccount(
                .changing, asked, details: before.details, trained: known.union(trained),
                at: before.account.school, under: rules)
            // What else is out of order about the account is not made worse by who runs it.
            if before.state == .active, case .refused(let all) = rules.door.admit(act, at: tx.now),
                let refusal = all.narrowed(to: { $0.place?.field == "operators" })
            {
                return Recorded(
                    .refused(refusal), .accountRefused(.accountChangeRefused, .account(account), refusal))
            }
            guard before.operators.map(\.plain) != act.operators.map(\.plain) else { return .unchanged(.done(())) }
            try tx.write(act.operators, of: account)
            var after = before
            after.operators = act.operators
            let tasks = try tx.settleHandovers(of: account) + organisation.operatorTasks(after, rules.terms, tx)
            return Recorded(
                .done(()),
                Event(
                    .accountOperatorsChanged, .account(account),
                    before: .list(before.operators.map { .text($0.user.text) }),
                    after: [
                        "operators": .list(act.operators.map { .text($0.user.text) }), "lead": .text(lead.text),
                    ], why: why), tasks: tasks)
        }
    }
}

extension AccountOperator {
    /// Without what is read elsewhere.
    fileprivate var plain: AccountOperator {
        AccountOperator(user: user, name: name, kind: kind, isLead: isLead, hasRead: false, isTrained: isTrained)
    }
}
