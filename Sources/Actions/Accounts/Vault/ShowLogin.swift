import Foundation
import Governance
import Store

/// Shows the log-in details of an account to those who keep them, for a reason; each look is an event, and the account's
/// lead is told (ACC-06). Where the organisation asks for two people, another of them allows it first. The school's
/// sign-in is asked again whether it still stands for whoever asks.
package struct ShowLogin: Sendable {
    package var account: Identifier<PostingAccount>
    package var reason: String

    package init(_ account: Identifier<PostingAccount>, reason: String) {
        self.account = account
        self.reason = reason
    }

    /// What came of it.
    package enum Shown: Sendable, Equatable {
        case shown(LoginDetails)
        /// Another who keeps them must allow it first.
        case waits
        /// It is not for whoever asked; that is on record.
        case refused(String)
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Shown {
        let reason = try required(reason, "reason", "Say why you need to see them", most: 500)
        let answer = try await organisation.standing(of: actor)
        let shown = try await organisation.change(by: actor) { tx -> Recorded<Shown> in
            let account = try tx.officialAccount(account)
            let terms = try organisation.accountTerms(at: account.account.school, tx)
            let user = try tx.person()
            let refused = { (says: String) -> Recorded<Shown> in
                Recorded(.refused(says), Event(.loginRefused, .account(account.id), why: reason))
            }
            let asker = try tx.asker(user, of: account.id)
            guard answer != .refused, !asker.isRefused else {
                return refused("Your school’s sign-in no longer stands for you, so nothing is shown")
            }
            guard LoginCustody(of: account, terms).sees(asker) else {
                return refused(
                    "Log-in details are shown only to: \(terms.custodianTitles) (\(whoseRule(terms.custodySections)))")
            }
            guard answer != .unknown else {
                throw ActionError.conflict(
                    "Your school’s sign-in does not answer, so nobody can say that it still stands for you. Try again "
                        + "in a few minutes")
            }
            guard let sealed = try tx.sealedLogin(of: account.id) else {
                throw ActionError.conflict("No log-in details were lodged for this account")
            }
            let mine = try tx.openLooks(at: account.id).first { $0.askedBy == user }
            if try tx.settings(at: account.account.school).isTwoPeopleForLogins, mine?.allowedBy == nil {
                guard mine == nil else { return .unchanged(.waits) }
                return try ask(account, reason, by: user, terms, tx)
            }
            let login = try organisation.open(sealed)
            if var look = mine {
                look.shownAt = tx.now
                try tx.update(look)
            }
            return try open(login, account, mine, reason, to: user, tx)
        }
        try await organisation.noteDue()
        return shown
    }

    private func open(
        _ login: LoginDetails, _ account: OfficialAccount, _ look: LoginLook?, _ reason: String,
        to user: Identifier<User>, _ tx: WriteTransaction
    ) throws -> Recorded<Shown> {
        let name = try tx.user(user).name
        let othersWait = try tx.openLooks(at: account.id).contains { $0.askedBy != user && $0.allowedBy == nil }
        let told = Set([account.lead?.user].compactMap(\.self)).subtracting([user])
        return Recorded(
            .shown(login),
            Event(
                .loginShown, .account(account.id), after: ["allowedBy": RecordValue(look?.allowedBy?.text)], why: reason
            ),
            tasks: othersWait ? [] : [.close(.allowLook, .account(account.id))],
            notices: told.map {
                NewNotice(
                    to: $0, .loginShown, .account(account.id),
                    says: "\(name) looked at the log-in details of “\(account.account.name)”: \(reason)")
            })
    }

    private func ask(
        _ account: OfficialAccount, _ reason: String, by user: Identifier<User>, _ terms: AccountTerms,
        _ tx: WriteTransaction
    ) throws -> Recorded<Shown> {
        let school = account.account.school
        let able = try LoginCustody(of: account, terms).allowing.first {
            try !tx.holders(of: $0, at: school).subtracting([user]).isEmpty
        }
        guard let able else {
            throw ActionError.conflict("Two people are asked for, and nobody else here keeps log-in details")
        }
        let look = LoginLook(
            id: tx.identifier(), account: account.id, askedBy: user, askedAt: tx.now, reason: reason)
        try tx.insert(look)
        try tx.setDue(.loginLook, look.id.text, at: tx.now + LoginLook.lasts)
        return Recorded(
            .waits, Event(.loginLookAsked, .account(account.id), after: ["look": .text(look.id.text)], why: reason),
            tasks: [
                .open(
                    NewTask(
                        .allowLook, .account(account.id), for: .role(able, at: school), due: tx.now + LoginLook.lasts,
                        rule: "“\(account.account.name)”: a colleague asks to see its log-in details, which takes two "
                            + "people: the organisation’s own setting", hiddenFrom: [user]))
            ])
    }
}

extension Organisation {
    /// Whether the school's sign-in still stands for whoever acts; `.stands` too where it has nothing to say of them.
    func standing(of actor: Actor) async throws -> CheckWithProvider.Answer {
        guard let user = actor.user, let check = try await database.providerCheck(of: user),
            let provider = try await providerInUse(), provider.issuer == check.issuer
        else { return .stands }
        return try await CheckWithProvider(user: user).perform(in: self)
    }
}
