import Foundation
import Governance
import Store

extension Organisation {
    /// Another password for each account whose password a leaver knows out of the vault though they do not run it: those
    /// that they run are handed over with another password anyway.
    func passwordTasks(knownTo leaver: Identifier<User>, _ tx: WriteTransaction) throws -> [TaskChange] {
        try tx.accounts(whosePasswordIsKnownTo: leaver)
            .filter { account in !account.operators.contains { $0.user == leaver } }
            .map { try changingTask($0, knownTo: leaver, "leaves", tx) }
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
            return try changingTask(account, knownTo: ended.user, "keeps it no longer", tx)
        }
    }

    private func changingTask(
        _ account: OfficialAccount, knownTo leaver: Identifier<User>, _ does: String, _ tx: WriteTransaction
    ) throws -> TaskChange {
        let school = account.account.school
        let terms = try accountTerms(at: school, tx)
        let name = try tx.user(leaver).name
        return .restate(
            NewTask(
                .changeLogin, .account(account.id),
                for: .role(try tx.firstHeld(terms.custodians, at: school, besides: [leaver]), at: school),
                due: Acknowledgement.due(after: 0, from: tx.now),
                rule: accountRule(
                    "\(name) knows the password of “\(account.account.name)” and \(does); change it, and lodge the new one",
                    terms.handoverSections), hiddenFrom: [leaver]))
    }
}
