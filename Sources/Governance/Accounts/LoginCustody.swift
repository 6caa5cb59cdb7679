/// Who lodges the log-in details of one account, sees them, and allows a colleague's look (ACC-06): by what the policy says of
/// custody, the roles that somebody holds at the account's school, and whether they run it.
package struct LoginCustody: Sendable {
    /// Somebody who wants something of the vault, as far as custody asks.
    package struct Asker: Sendable {
        package var user: Identifier<User>
        package var authority: Authority
        /// Whether they are to hand the account over.
        package var handsOver: Bool
        /// Whether the school's sign-in refused them, and nobody has looked at it yet: a password of their own opens the
        /// rest, not this.
        package var isRefused: Bool

        package init(
            _ user: Identifier<User>, _ authority: Authority, handsOver: Bool = false, isRefused: Bool = false
        ) {
            self.user = user
            self.authority = authority
            self.handsOver = handsOver
            self.isRefused = isRefused
        }
    }

    private let account: OfficialAccount
    private let terms: AccountTerms
    private var school: Identifier<School> { account.account.school }

    package init(of account: OfficialAccount, _ terms: AccountTerms) {
        self.account = account
        self.terms = terms
    }

    /// Who is asked to allow a look, the first of these that anybody else holds.
    package var allowing: [Role] { terms.allowing }

    /// Whoever runs the account hands its own details over; whoever keeps them lodges them too.
    package func lodges(_ asker: Asker) -> Bool {
        account.operators.contains { $0.user == asker.user } || keeps(asker)
    }

    /// Whoever keeps them, and the lead where the policy names nobody; but not whoever is to hand the account over, or was
    /// refused at sign-in. Of a closed account those alone who keep them.
    package func sees(_ asker: Asker) -> Bool {
        guard !asker.handsOver, !asker.isRefused else { return false }
        return keeps(asker) || leadsAndSees(asker)
    }

    /// Those who keep them, or decide on accounts; never their own look, which the look itself says.
    package func allows(_ asker: Asker) -> Bool {
        !asker.isRefused && asker.authority.holds(any: allowing, at: school)
    }

    private func keeps(_ asker: Asker) -> Bool { asker.authority.holds(any: terms.custodians, at: school) }

    /// As the lead, with a role at the account's school.
    private func leadsAndSees(_ asker: Asker) -> Bool {
        terms.leadKeeps && account.state.isInUse && account.lead?.user == asker.user
            && asker.authority.holds(any: Role.allCases, at: school)
    }
}
