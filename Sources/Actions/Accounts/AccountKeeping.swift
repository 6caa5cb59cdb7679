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
}
