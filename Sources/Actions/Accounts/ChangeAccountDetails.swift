import Foundation
import Governance
import Store

/// Changes what is known of an account's settings, or says that they were looked at.
package struct ChangeAccountDetails: Sendable {
    package var account: Identifier<PostingAccount>
    package var details: AccountDetails
    /// Needed where a setting is held, and given by who may release it.
    package var why: String

    package init(_ account: Identifier<PostingAccount>, to details: AccountDetails, why: String = "") {
        self.account = account
        self.details = details
        self.why = why
    }

    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> AccountOutcome<Void> {
        try await organisation.change(by: actor) { tx in
            let before = try tx.officialAccount(account)
            try tx.requireAccountRunner(before)
            guard before.state.isInUse else { throw ActionError.conflict("This account is closed") }
            var details = details
            details.nextReview = before.details.nextReview
            details.passwordChangedAt = before.details.passwordChangedAt
            details.firstCheckedAt = before.details.firstCheckedAt
            guard details != before.details else { return .unchanged(.done(())) }
            let event = Event(
                .accountDetailsChanged, .account(account), before: try RecordValue(encoding: before.details),
                after: try RecordValue(encoding: details), why: trimmed(why).isEmpty ? nil : trimmed(why))
            guard before.state == .active else {
                try tx.write(details, of: account)
                return Recorded(.done(()), event)
            }
            let rules = try organisation.accountRules(at: before.account.school, tx)
            var act = try tx.openAccount(
                .changing, before.asCase, details: details, at: before.account.school, under: rules)
            // Who runs it is not what changes here.
            act.operators = before.operators.map { person in
                var person = person
                (person.hasRead, person.isTrained) = (true, true)
                return person
            }
            if case .refused(let all) = try tx.admit(act, rules.door, at: before.account.school, why: why),
                let refusal = all.narrowed(to: Self.isOfSettings)
            {
                return Recorded(.refused(refusal), .accountRefused(.accountChangeRefused, .account(account), refusal))
            }
            try tx.write(details, of: account)
            return Recorded(.done(()), event)
        }
    }

    /// Whether a finding is about what is changed here, and not about which account it is.
    private static func isOfSettings(_ finding: Finding) -> Bool {
        ["comments", "tagging", "loginEmail", "recoveryEmail", "personal"].contains(finding.place?.field ?? "")
    }
}

extension WriteTransaction {
    /// Throws unless whoever acts runs this account or keeps the register.
    func requireAccountRunner(_ account: OfficialAccount) throws {
        if let user = actor.user, account.operators.contains(where: { $0.user == user }) { return }
        guard try authority().holds(any: PublishingRoles.keepingAccounts, at: account.account.school) else {
            throw ActionError.notPermitted("Whoever runs this account, a senior leader or an administrator does this")
        }
    }
}
