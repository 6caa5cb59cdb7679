/// The act of having an account in the school's name, with every fact its controls need.
package struct OpenAccount: Act {
    /// How far it has come.
    package enum Step: String, Sendable, CaseIterable {
        case asking, deciding, opening, changing
    }

    package var step: Step
    package var asked: AccountCase
    /// What is set on the account itself; empty before it is opened.
    package var details: AccountDetails
    /// What whoever asks is to the school.
    package var applicant: Binding.Who
    package var operators: [AccountOperator]
    /// The accounts in use at the same school, without this one.
    package var others: [OtherAccount]

    package init(
        _ step: Step, _ asked: AccountCase, details: AccountDetails = AccountDetails(),
        applicant: Binding.Who = .employee, operators: [AccountOperator] = [], others: [OtherAccount] = []
    ) {
        self.step = step
        self.asked = asked
        self.details = details
        self.applicant = applicant
        self.operators = operators
        self.others = others
    }
}

/// An account that the same school has, as far as it counts for how many there may be.
package struct OtherAccount: Sendable, Equatable {
    package var name: String
    package var network: Network
    package var type: Draft.AccountType
    package var forSixthForm: Bool
    package var lead: Identifier<User>?

    package init(
        name: String, network: Network, type: Draft.AccountType, forSixthForm: Bool = false,
        lead: Identifier<User>? = nil
    ) {
        self.name = name
        self.network = network
        self.type = type
        self.forSixthForm = forSixthForm
        self.lead = lead
    }
}

extension OpenAccount {
    /// A complete application that every paper would take, altered.
    static func example(_ step: Step = .asking, _ alter: (inout OpenAccount) -> Void = { _ in }) -> OpenAccount {
        var act = OpenAccount(
            step,
            AccountCase(
                name: "Quay School", network: .x, aim: "Show families what pupils make", audience: "Families",
                promotion: "The newsletter and the website", openness: .open,
                reason: "Families abroad cannot come to our exhibitions",
                talk: "On 3 November: one account, for exhibitions", operators: ["u1", "u2"].map { Identifier($0) },
                lead: Identifier("u1")),
            operators: [
                AccountOperator(
                    user: Identifier("u1"), name: "Priya Nair", isLead: true, hasRead: true, isTrained: true),
                AccountOperator(user: Identifier("u2"), name: "Tom Ashworth", hasRead: true, isTrained: true),
            ])
        alter(&act)
        return act
    }
}
