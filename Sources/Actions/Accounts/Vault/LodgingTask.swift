import Foundation
import Governance
import Store

extension WriteTransaction {
    /// To hand the log-in details of a new account to those who keep them (ACC-06): by whoever opened it, where they may
    /// lodge them, else by those who keep them, else by its lead.
    func lodgingTask(of account: OfficialAccount, _ terms: AccountTerms) throws -> TaskChange {
        let school = account.account.school
        let opener = try person()
        let keeper = try firstHeldOrNone(terms.custodians, at: school)
        let assignee: NewTask.Assignee
        if try LoginCustody(of: account, terms).lodges(asker(opener, of: account.id)) {
            assignee = .user(opener)
        } else if let keeper {
            assignee = .role(keeper, at: school)
        } else {
            assignee = account.lead.map { .user($0.user) } ?? .role(terms.custodians[0], at: school)
        }
        return .open(
            NewTask(
                .lodgeLogin, .account(account.id), for: assignee, due: Acknowledgement.due(after: 1, from: now),
                rule: accountRule(
                    "Lodge the log-in details of “\(account.account.name)”, for "
                        + "\(terms.custodians.map(\.title).joined(separator: " or ")) to keep", terms.custodySections)))
    }
}
