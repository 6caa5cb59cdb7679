import Foundation
import Governance
import Store

extension Organisation {
    /// Another password for each account whose password a leaver knows out of the vault though they do not run it: those
    /// that they run are handed over with another password anyway.
    func passwordTasks(knownTo leaver: Identifier<User>, _ tx: WriteTransaction) throws -> [TaskChange] {
        try tx.accounts(whosePasswordIsKnownTo: leaver)
            .filter { account in !account.operators.contains { $0.user == leaver } }
            .map { account in
                let terms = try accountTerms(at: account.account.school, tx)
                return try changingTask(account, knownTo: [leaver], "leaves", terms.handoverSections, terms, tx)
            }
    }

    /// The same of somebody whose role has ended by which they kept log-in details.
    func passwordTasks(keptNoMoreBy ended: RoleGrant, _ tx: WriteTransaction) throws -> [TaskChange] {
        try tx.accounts(whosePasswordIsKnownTo: ended.user).compactMap { account -> TaskChange? in
            let school = account.account.school
            let terms = try accountTerms(at: school, tx)
            guard ended.grant.school == nil || ended.grant.school == school,
                terms.custodians.contains(ended.grant.role),
                try !LoginCustody(of: account, terms).lodges(tx.asker(ended.user, of: account.id))
            else { return nil }
            return try changingTask(
                account, knownTo: [ended.user], "keeps it no longer", terms.handoverSections, terms, tx)
        }
    }

    /// The same of those who kept them by the policy before, whom the one in force now does not name.
    func changingTask(
        _ account: OfficialAccount, knownTo people: [Identifier<User>], _ terms: AccountTerms, _ tx: WriteTransaction
    ) throws -> TaskChange {
        try changingTask(
            account, knownTo: people, people.count == 1 ? "keeps it no longer" : "keep it no longer",
            terms.custodySections, terms, tx)
    }

    private func changingTask(
        _ account: OfficialAccount, knownTo people: [Identifier<User>], _ does: String, _ sections: [String],
        _ terms: AccountTerms, _ tx: WriteTransaction
    ) throws -> TaskChange {
        let school = account.account.school
        let names = try people.map { try tx.user($0).name }.joined(separator: " and ")
        return .restate(
            NewTask(
                .changeLogin, .account(account.id),
                for: .role(try tx.firstHeld(terms.custodians, at: school, besides: Set(people)), at: school),
                due: Acknowledgement.due(after: 0, from: tx.now),
                rule: accountRule(
                    "\(names) \(people.count == 1 ? "knows" : "know") the password of “\(account.account.name)” and "
                        + "\(does); change it, and lodge the new one",
                    sections), hiddenFrom: people))
    }
}
