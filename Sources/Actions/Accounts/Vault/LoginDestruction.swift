import Governance
import Store

extension WriteTransaction {
    /// Destroys the log-in details of an account that stayed closed: nobody needs them any more, and people use passwords
    /// twice.
    func loginDestruction(_ item: DueItem) throws -> Recorded<Void> {
        let account = try officialAccount(Identifier(item.subject))
        guard account.state == .closed, try sealedLogin(of: account.id) != nil else { return .unchanged }
        try destroyLogin(of: account.id)
        return Recorded(
            Event(
                .loginDestroyed, .account(account.id),
                why: "The account was closed \(AccountTimes.daysToKeepLogins) days ago"))
    }
}
