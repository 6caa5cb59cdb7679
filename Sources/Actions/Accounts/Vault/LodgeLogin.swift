import Foundation
import Governance
import Store

/// Lodges the log-in details of an account in the vault, in the place of those before (ACC-06). The password is strong,
/// and another than before (ACC-15). Where nothing can be compared, because nothing was lodged or the key is lost, only
/// what is said of it tells whether it was changed.
package struct LodgeLogin: Sendable {
    package var account: Identifier<PostingAccount>
    package var details: LoginDetails
    /// Whoever lodges says that the password was changed on the network just now.
    package var saysChanged: Bool

    package init(_ account: Identifier<PostingAccount>, _ details: LoginDetails, saysChanged: Bool = false) {
        self.account = account
        self.details = details
        self.saysChanged = saysChanged
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        var login = details
        login.userName = trimmed(login.userName)
        login.note = trimmed(login.note)
        try await organisation.change(by: actor) { [login] tx in
            let account = try tx.officialAccount(account)
            let terms = try organisation.accountTerms(at: account.account.school, tx)
            let user = try tx.person()
            guard try LoginCustody(of: account, terms).lodges(tx.asker(user, of: account.id)) else {
                throw ActionError.notPermitted(
                    "Log-in details are lodged by those who run the account, and kept by: \(terms.custodianTitles)")
            }
            guard account.state.isInUse else { throw ActionError.conflict("This account is closed") }
            let before = try tx.sealedLogin(of: account.id)
            let old = before.flatMap { try? organisation.open($0) }
            try check(login, account, old)
            let isChanged = old != nil || saysChanged
            let sealed = try organisation.seal(login, of: account.id)
            try tx.write(
                SealedLogin(
                    LodgedLogin(account: account.id, keyID: "", lodgedBy: user, lodgedAt: tx.now), sealed: sealed))
            let known = try tx.sealedLogin(of: account.id)?.known
            var details = account.details
            if isChanged { details.passwordChangedAt = tx.now }
            try tx.write(details, of: account.id)
            let days = try tx.settings(at: account.account.school).daysToChangePassword
            try tx.setDue(.accountPassword, account.id.text, at: tx.now + Double(days) * 86_400)
            return Recorded(
                Event(
                    .loginLodged, .account(account.id),
                    after: [
                        "key": RecordValue(known?.keyID), "first": .flag(before == nil), "changed": .flag(isChanged),
                    ]),
                tasks: [.close(.lodgeLogin, .account(account.id))]
                    + (isChanged ? [.close(.changeLogin, .account(account.id))] : [])
                    + (try tx.settleHandovers(of: account.id)))
        }
        try await organisation.noteDue()
    }

    private func check(_ login: LoginDetails, _ account: OfficialAccount, _ old: LoginDetails?) throws {
        var errors: [FieldError] = []
        if login.userName.isEmpty || login.userName.count > 300 {
            errors.append(FieldError("userName", "Enter the user name or e-mail address that signs in"))
        }
        if let says = PasswordRules.refusal(of: login.password, name: account.account.name, email: login.userName) {
            errors.append(FieldError("password", says))
        }
        if login.note.count > 2_000 { errors.append(FieldError("note", "Use at most 2,000 characters")) }
        guard errors.isEmpty else { throw ActionError.invalid(errors) }
        // last, so that nobody tries passwords out with a form that is wrong elsewhere and leaves no event
        guard old?.password != login.password else {
            throw ActionError.invalid(
                "password", "This is the password as it was. Change it on the network first, and lodge that")
        }
    }
}
