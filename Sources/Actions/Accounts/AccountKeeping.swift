import Foundation
import Governance
import Store

extension WriteTransaction {
    /// Throws unless whoever acts keeps the register of accounts there.
    func requireAccountKeeper(at school: Identifier<School>) throws {
        guard try authority().holds(any: PublishingRoles.keepingAccounts, at: school) else {
            throw ActionError.notPermitted("A senior leader or an administrator keeps the register of accounts")
        }
    }

    /// Throws for an entry without a name or handle, or with one that the register has already.
    func check(_ account: PostingAccount) throws {
        var errors: [FieldError] = []
        if account.name.isEmpty { errors.append(FieldError("name", "Enter the account's name")) }
        if account.handle.isEmpty || account.handle.count > 300 {
            errors.append(FieldError("handle", "Enter the account's handle or address"))
        } else if try isTaken(account.handle, on: account.network, by: account.id) {
            errors.append(FieldError("handle", "This account is on the register already"))
        }
        guard errors.isEmpty else { throw ActionError.invalid(errors) }
    }

    /// Throws for words that are too long, and for a review that lies more than a year ahead, is over, or is not set by who
    /// keeps the register.
    func check(
        _ details: AccountDetails, insteadOf before: AccountDetails, at school: Identifier<School>
    ) throws {
        var errors: [FieldError] = []
        for (field, text) in [
            ("aim", details.purpose), ("audience", details.audience), ("promotion", details.promotion),
            ("loginEmail", details.loginEmail), ("recoveryEmail", details.recoveryEmail),
        ] where text?.count ?? 0 > 2_000 {
            errors.append(FieldError(field, "Use at most 2,000 characters"))
        }
        if details.nextReview != before.nextReview {
            try requireAccountKeeper(at: school)
            let last = Day(of: now).adding(days: AccountTimes.daysToReview)
            let day = details.nextReview.map { Day(of: $0) }
            if day.map({ $0 <= Day(of: now) || $0 > last }) ?? true {
                errors.append(
                    FieldError(
                        "nextReview",
                        "Choose a day from tomorrow until \(last.inWords): of every account it is asked once a year whether it "
                            + "is still needed"))
            }
        }
        guard errors.isEmpty else { throw ActionError.invalid(errors) }
    }

    /// Has it asked before that day whether an account is still needed; a question that is open already waits until then.
    func setReview(of account: Identifier<PostingAccount>, on day: Date) throws -> [TaskChange] {
        let asked = day - Double(AccountTimes.daysOfNotice) * 86_400
        try setDue(.accountReview, account.text, at: max(asked, now))
        let waits = try asked > now && isOpen(.reviewAccount, .account(account))
        return waits ? [.close(.reviewAccount, .account(account))] : []
    }
}
