import Foundation

/// An account as the register has it: what posting needs, where it is in its life, and who runs it.
package struct OfficialAccount: Sendable, Equatable {
    package var account: PostingAccount
    package var state: AccountState
    package var details: AccountDetails
    package var addedAt: Date
    package var closedAt: Date?
    /// Who runs it now, the lead first.
    package var operators: [AccountOperator]

    package init(
        account: PostingAccount, state: AccountState, details: AccountDetails = AccountDetails(), addedAt: Date,
        closedAt: Date? = nil, operators: [AccountOperator] = []
    ) {
        self.account = account
        self.state = state
        self.details = details
        self.addedAt = addedAt
        self.closedAt = closedAt
        self.operators = operators
    }

    package var id: Identifier<PostingAccount> { account.id }
    package var lead: AccountOperator? { operators.first(where: \.isLead) }

    /// As an application would say it, for what is examined at a change.
    package var asCase: AccountCase {
        AccountCase(
            name: account.name, network: account.network, type: account.type, readers: account.readers,
            forSixthForm: details.forSixthForm ?? false, isPersonal: details.isPersonal ?? false,
            aim: details.purpose ?? "", audience: details.audience ?? "", promotion: details.promotion ?? "",
            openness: details.openness, operators: operators.map(\.user), lead: lead?.user, existing: account.id)
    }
}
