import Foundation
import Governance
import Store

/// Allows a colleague one look at log-in details, within a day of their asking.
package struct AllowLook: Sendable {
    package var account: Identifier<PostingAccount>
    package var look: Identifier<LoginLook>

    package init(_ look: Identifier<LoginLook>, at account: Identifier<PostingAccount>) {
        self.look = look
        self.account = account
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let account = try tx.officialAccount(account)
            let terms = try organisation.accountTerms(at: account.account.school, tx)
            let user = try tx.person()
            let asker = try tx.asker(user, of: account.id)
            guard !asker.isRefused else {
                throw ActionError.notPermitted("Your school’s sign-in no longer stands for you")
            }
            guard LoginCustody(of: account, terms).allows(asker) else {
                throw ActionError.notPermitted("Those who keep log-in details, or decide on accounts, allow it")
            }
            let open = try tx.openLooks(at: account.id)
            guard var look = open.first(where: { $0.id == look }) else {
                throw ActionError.conflict("Nobody asks for this any more")
            }
            guard look.askedBy != user else {
                throw ActionError.notPermitted("Nobody allows their own look")
            }
            guard try !tx.standsIn(user, for: look.askedBy) else {
                throw ActionError.notPermitted("You stand in for whoever asks. Somebody else allows it")
            }
            guard try !tx.wasLetIn(user, by: look.askedBy) else {
                throw ActionError.notPermitted(
                    "Whoever asks has lately made you a way in, or given you a role. Somebody else allows it")
            }
            guard look.allowedBy == nil else { return .unchanged }
            look.allowedBy = user
            try tx.update(look)
            let othersWait = open.contains { $0.id != look.id && $0.allowedBy == nil }
            let says =
                "You may look at the log-in details of “\(account.account.name)” once, within a day of your asking"
            return Recorded(
                Event(
                    .loginLookAllowed, .account(account.id),
                    after: ["look": .text(look.id.text), "to": .text(look.askedBy.text)], why: look.reason),
                tasks: othersWait ? [] : [.close(.allowLook, .account(account.id))],
                notices: [NewNotice(to: look.askedBy, .loginShown, .account(account.id), says: says)])
        }
        try await organisation.noteDue()
    }
}

extension WriteTransaction {
    /// Whether somebody lately touched another's roles or way in, and so may be both of two people.
    fileprivate func wasLetIn(_ user: Identifier<User>, by asker: Identifier<User>) throws -> Bool {
        let since = now - Double(OnePersonRequest.daysToStand) * 86_400
        return try OnePersonRequest.touches.contains { kind in
            try hasEvent(kind, about: RecordSubject(.user, user), by: .user(asker), since: since)
        }
    }

    /// A wish to look that nobody allowed in its day asks nobody any more.
    func lookLapsed(_ item: DueItem) throws -> Recorded<Void> {
        guard let look = try unansweredLook(Identifier(item.subject)) else { return .unchanged }
        let othersWait = try openLooks(at: look.account).contains { $0.id != look.id && $0.allowedBy == nil }
        return Recorded(
            Event(.loginLookLapsed, .account(look.account), after: ["look": .text(look.id.text)]),
            tasks: othersWait ? [] : [.close(.allowLook, .account(look.account))],
            notices: [
                NewNotice(
                    to: look.askedBy, .loginShown, .account(look.account),
                    says: "Nobody allowed your look at log-in details within a day. Ask again if you still need it")
            ])
    }
}
