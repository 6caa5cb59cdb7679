import Foundation
import Governance
import PolicyFile
import Store

extension Organisation {
    /// How each school has its accounts decided and kept now, by these versions of its policy.
    func accountTerms(
        by history: PolicyHistory, _ tx: WriteTransaction
    ) throws -> [Identifier<School>: AccountTerms] {
        try tx.schools().reduce(into: [:]) { terms, school in
            // What another release wrote may not be readable in this one; it can be replaced all the same.
            let document = try? history.inForce(at: school.id, on: tx.now).map { version in
                try installation.policies.document(digest: version.words.digest) { try tx.policyBytes(version.id) }
            }
            terms[school.id] = AccountTerms(document?.policy)
        }
    }

    /// What another policy asks about the accounts that are there: enough members of staff who run each, by its own number
    /// (ACC-02), log-in details with those alone whom it names (ACC-06), and accounts on the networks that it names (ACC-07).
    /// Called once it is in force.
    func accountTasks(
        insteadOf before: [Identifier<School>: AccountTerms], _ tx: WriteTransaction
    ) throws -> [TaskChange] {
        let after = try accountTerms(by: tx.policyHistory(), tx)
        return try tx.officialAccounts().filter(\.state.isInUse).flatMap { account -> [TaskChange] in
            let school = account.account.school
            guard let old = before[school], let new = after[school], old != new else { return [] }
            return try operatorTasks(account, new, tx) + custodyTasks(account, from: old, to: new, tx)
                + networkTasks(account, from: old, to: new, tx)
        }
    }

    /// The time of a version has come: what it asks of people, and about accounts.
    func policyBegan(_ item: DueItem, _ tx: WriteTransaction) throws -> Recorded<Void> {
        let asked = try tx.askWhenDue(item, installation.policies)
        let others = try tx.policyHistory().versions.filter { $0.id.text != item.subject }
        let tasks = try accountTasks(insteadOf: accountTerms(by: PolicyHistory(others), tx), tx)
        guard !tasks.isEmpty else { return asked }
        let event = Event(.accountTaskDue, RecordSubject(.policyVersion, item.subject))
        return Recorded(asked.events.first ?? event, tasks: asked.tasks + tasks)
    }

    /// To close an account on a network that is not named any more; what was asked of one that is, is asked no longer.
    private func networkTasks(
        _ account: OfficialAccount, from old: AccountTerms, to new: AccountTerms, _ tx: WriteTransaction
    ) throws -> [TaskChange] {
        guard old.outside(account.account) != new.outside(account.account) else { return [] }
        if account.state == .active, new.names(account.account.network) {
            return [.close(.orderAccount, .account(account.id))]
        }
        return [.restate(try orderingTask(account, tx))]
    }

    /// Another password where somebody knows it who kept it and does so no longer; what those before were still to lodge or
    /// to change passes to those who keep it now.
    private func custodyTasks(
        _ account: OfficialAccount, from old: AccountTerms, to new: AccountTerms, _ tx: WriteTransaction
    ) throws -> [TaskChange] {
        let (before, after) = (LoginCustody(of: account, old), LoginCustody(of: account, new))
        let isOut = { (user: Identifier<User>) in
            let asker = try tx.asker(user, of: account.id)
            return before.lodges(asker) && !after.lodges(asker)
        }
        let knowing = try tx.users(whoKnowPasswordOf: account).filter(isOut).sorted()
        let subject = RecordSubject.account(account.id)
        let passing = try [NewTask.Kind.lodgeLogin, .changeLogin].flatMap { kind in
            try tx.openTasks(kind, subject).filter { task in
                switch task.assignee {
                case .user(let user): try isOut(user)
                case .role(let role, _): old.custodians.contains(role) && !new.custodians.contains(role)
                }
            }
        }
        let school = account.account.school
        let keeper = NewTask.Assignee.role(
            try tx.firstHeld(new.custodians, at: school, besides: Set(knowing)), at: school)
        return try passing.map { task -> TaskChange in
            .restate(
                NewTask(
                    task.kind, subject, for: keeper, due: task.due,
                    rule: accountRule(
                        Self.passing(task.kind, account, new), new.custodySections)))
        } + (knowing.isEmpty ? [] : [changingTask(account, knownTo: knowing, new, tx)])
    }

    private static func passing(_ kind: NewTask.Kind, _ account: OfficialAccount, _ terms: AccountTerms) -> String {
        let what = kind == .lodgeLogin ? "Lodge the log-in details" : "Change the password, and lodge the new one,"
        return "\(what) of “\(account.account.name)”, for \(terms.custodianTitles) to keep from now on"
    }
}
