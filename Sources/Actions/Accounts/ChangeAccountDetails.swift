import Foundation
import Governance
import Store

/// Changes what is known of an account: what it is for and its settings, that they were looked at, and when it is reviewed.
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
        let outcome = try await organisation.change(by: actor) { tx -> Recorded<AccountOutcome<Void>> in
            let before = try tx.officialAccount(account)
            try tx.requireAccountRunner(before)
            guard before.state.isInUse else { throw ActionError.conflict("This account is closed") }
            var details = details
            details.nextReview = details.nextReview ?? before.details.nextReview
            details.passwordChangedAt = before.details.passwordChangedAt
            details.firstCheckedAt = before.details.firstCheckedAt
            guard details != before.details else { return .unchanged(.done(())) }
            let school = before.account.school
            try tx.check(details, insteadOf: before.details, at: school)
            let event = Event(
                .accountDetailsChanged, .account(account), before: try RecordValue(encoding: before.details),
                after: try RecordValue(encoding: details), why: trimmed(why).isEmpty ? nil : trimmed(why))
            guard before.state == .active else {
                return Recorded(.done(()), event, tasks: try keep(details, insteadOf: before.details, tx))
            }
            let rules = try organisation.accountRules(at: school, tx)
            var after = before
            after.details = details
            var act = try tx.openAccount(.changing, after.asCase, details: details, at: school, under: rules)
            // Who runs it is not what changes here.
            act.operators = before.operators.map { person in
                var person = person
                (person.hasRead, person.isTrained) = (true, true)
                return person
            }
            let places = Self.places(changedFrom: before.details, to: details)
            if case .refused(let all) = try tx.admit(act, rules.door, at: school, why: why),
                let refusal = all.narrowed(to: { places.contains($0.place?.field ?? "") })
            {
                return Recorded(.refused(refusal), .accountRefused(.accountChangeRefused, .account(account), refusal))
            }
            return Recorded(.done(()), event, tasks: try keep(details, insteadOf: before.details, tx))
        }
        try await organisation.noteDue()
        return outcome
    }

    private func keep(
        _ details: AccountDetails, insteadOf before: AccountDetails, _ tx: WriteTransaction
    ) throws -> [TaskChange] {
        try tx.write(details, of: account)
        guard let next = details.nextReview, next != before.nextReview else { return [] }
        return try tx.setReview(of: account, on: next)
    }

    /// Where a finding must be to count: at its settings always, and at what is changed of what it is for. What else is out
    /// of order is not made worse here.
    private static func places(changedFrom before: AccountDetails, to after: AccountDetails) -> Set<String> {
        var places: Set = ["comments", "tagging", "loginEmail", "recoveryEmail", "personal"]
        if after.purpose != before.purpose { places.insert("aim") }
        if after.audience != before.audience { places.insert("audience") }
        if after.promotion != before.promotion { places.insert("promotion") }
        if after.openness != before.openness { places.insert("openness") }
        // how many there may be on a network is counted for a sixth form by itself
        if after.forSixthForm ?? false != before.forSixthForm ?? false { places.insert("network") }
        return places
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
