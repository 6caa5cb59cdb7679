import Foundation
import Governance
import Store

extension Organisation {
    /// Opens the task of an account whose time has come.
    func accountDue(_ item: DueItem, _ tx: WriteTransaction) throws -> Recorded<Void> {
        let account = try tx.officialAccount(Identifier(item.subject))
        let task: TaskChange?
        switch item.kind {
        case .accountLegacy: task = account.state == .legacy ? .open(try orderingTask(account, tx)) : nil
        case .accountReview: task = account.state.isInUse ? try reviewTask(account, tx) : nil
        case .accountPassword: task = account.state.isInUse ? try passwordTask(account, tx) : nil
        default: task = nil
        }
        guard let task, case .open(let new) = task else { return .unchanged }
        return Recorded(
            Event(.accountTaskDue, .account(account.id), after: ["task": .text(new.kind.rawValue)]), tasks: [task])
    }

    /// To bring into order an account that was here before the register was; where the policy has such a one shut, or
    /// names other networks, to shut it.
    func orderingTask(_ account: OfficialAccount, _ tx: WriteTransaction) throws -> NewTask {
        let school = account.account.school
        let terms = try accountTerms(at: school, tx)
        let isToBeShut = !terms.legacySections.isEmpty && account.account.type == .department
        let rule =
            if let outside = terms.outside(account.account) {
                accountRule(
                    "\(outside): nothing goes out on it. Close it, or have the policy name its network",
                    terms.networkSections)
            } else if isToBeShut {
                accountRule(
                    "“\(account.account.name)” is a department’s account from before, and is shut down",
                    terms.legacySections)
            } else {
                accountRule(
                    "“\(account.account.name)” has no decision on record: bring it into order, or close it",
                    terms.leaveSections)
            }
        return NewTask(
            .orderAccount, .account(account.id),
            for: .role(try tx.firstHeld([.administrator] + terms.deciders, at: school), at: school),
            within: try tx.within(AccountTimes.daysToBringIntoOrder, at: school), rule: rule)
    }

    /// To change a password that is old; by those who keep it (ACC-15).
    private func passwordTask(_ account: OfficialAccount, _ tx: WriteTransaction) throws -> TaskChange {
        let school = account.account.school
        let terms = try accountTerms(at: school, tx)
        return .open(
            NewTask(
                .changeLogin, .account(account.id),
                for: .role(try tx.firstHeld(terms.custodians, at: school), at: school),
                due: Acknowledgement.due(after: 7, from: tx.now),
                rule: accountRule(
                    "The password of “\(account.account.name)” is old: change it, lodge the new one, and look at its privacy settings",
                    terms.passwordSections)))
    }

    private func reviewTask(_ account: OfficialAccount, _ tx: WriteTransaction) throws -> TaskChange {
        let school = account.account.school
        let terms = try accountTerms(at: school, tx)
        return .open(
            NewTask(
                .reviewAccount, .account(account.id),
                for: .role(try tx.firstHeld(terms.deciders, at: school), at: school),
                due: account.details.nextReview,
                rule: accountRule("Is “\(account.account.name)” still needed?", [])))
    }
}
