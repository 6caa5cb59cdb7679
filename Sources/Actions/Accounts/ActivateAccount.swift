import Foundation
import Governance
import Store

/// Puts on the register that an account was opened, after the decision or the telling that its policy asks (ACC-05).
package struct ActivateAccount: Sendable {
    package var application: Identifier<AccountApplication>
    /// Its address or handle, as it is now.
    package var handle: String
    package var details: AccountDetails
    /// Needed where a setting is held, and given by who may release it.
    package var why: String

    package init(
        _ application: Identifier<AccountApplication>, handle: String, details: AccountDetails, why: String = ""
    ) {
        self.application = application
        self.handle = handle
        self.details = details
        self.why = why
    }

    @discardableResult
    package func perform(
        in organisation: Organisation, by actor: Actor
    ) async throws -> AccountOutcome<Identifier<PostingAccount>> {
        let outcome = try await organisation.change(by: actor) {
            tx -> Recorded<AccountOutcome<Identifier<PostingAccount>>> in
            let application = try tx.accountApplication(application)
            let rules = try organisation.accountRules(at: application.school, tx)
            try tx.requireOpener(of: application, rules.terms)
            try requireLeave(application, rules.terms)
            try tx.requireNoneLeft(among: application.asked.operators)
            try requireAsItWas(application, tx)
            try requireAsTold(application, rules.terms)
            let (handle, details) = try checked(application, tx)
            var asked = application.asked
            asked.isPersonal = details.isPersonal ?? asked.isPersonal
            let act = try tx.openAccount(
                .opening, asked, details: details, applicant: application.by, trained: application.trained,
                at: application.school, under: rules)
            switch try tx.admit(act, rules.door, at: application.school, why: why) {
            case .refused(let refusal):
                return Recorded(
                    .refused(refusal), .accountRefused(.accountOpeningRefused, .application(application.id), refusal))
            case .admitted(let leave):
                return try open(application, handle, details, leave, rules.terms, tx)
            }
        }
        try await organisation.noteDue()
        return outcome
    }

    private func requireLeave(_ application: AccountApplication, _ terms: AccountTerms) throws {
        switch (terms.leave, application.state) {
        case (.decision, .approved), (.telling, .told): return
        case (_, .opened): throw ActionError.conflict("This account has been opened already")
        case (.decision, _):
            throw ActionError.conflict(
                "No account is opened before it is approved: \(whoseRule(terms.leaveSections)) asks for a decision first"
            )
        case (.telling, _):
            throw ActionError.conflict(
                "No account goes live before its address is told: \(whoseRule(terms.leaveSections))")
        }
    }

    /// What was told is what goes live (ACC-03): an address that nobody was told of is told first.
    private func requireAsTold(_ application: AccountApplication, _ terms: AccountTerms) throws {
        guard terms.leave == .telling, let told = application.address,
            AccountHandle(told, on: application.asked.network) != AccountHandle(handle, on: application.asked.network)
        else { return }
        throw ActionError.invalid(
            "handle", "“\(told)” was told. Open it there; for another address withdraw this, and tell that one")
    }

    /// An account that exists already is brought into order as it was asked for: not one closed or moved since.
    private func requireAsItWas(_ application: AccountApplication, _ tx: WriteTransaction) throws {
        guard let existing = application.asked.existing else { return }
        let known = try tx.officialAccount(existing)
        guard known.state == .legacy, known.account.school == application.school,
            known.account.network == application.asked.network
        else {
            throw ActionError.conflict(
                "The account has been closed, moved or decided since this was asked. Withdraw it, and ask again if need be"
            )
        }
    }

    private func checked(
        _ application: AccountApplication, _ tx: WriteTransaction
    ) throws -> (String, AccountDetails) {
        var errors: [FieldError] = []
        let handle = trimmed(handle)
        let existing = application.asked.existing ?? Identifier("")
        if handle.isEmpty || handle.count > 300 {
            errors.append(FieldError("handle", "Enter the account's handle or address"))
        } else if try tx.isTaken(handle, on: application.asked.network, by: existing) {
            errors.append(FieldError("handle", "This account is on the register already"))
        }
        if details.comments == nil { errors.append(FieldError("comments", "Say whether followers can comment")) }
        if details.tagging == nil { errors.append(FieldError("tagging", "Say whether people can be tagged")) }
        if details.privacyCheckedAt == nil {
            errors.append(FieldError("privacy", "Look at its privacy settings first, then say so"))
        }
        guard errors.isEmpty else { throw ActionError.invalid(errors) }
        return (handle, details)
    }

    private func open(
        _ application: AccountApplication, _ handle: String, _ given: AccountDetails, _ leave: Permit<OpenAccount>,
        _ terms: AccountTerms, _ tx: WriteTransaction
    ) throws -> Recorded<AccountOutcome<Identifier<PostingAccount>>> {
        let asked = application.asked
        let account = PostingAccount(
            id: asked.existing ?? tx.identifier(), school: application.school, name: asked.name,
            network: asked.network, handle: handle, type: asked.type, readers: asked.readers)
        var details = given
        details.purpose = asked.aim.isEmpty ? asked.reason : asked.aim
        details.audience = asked.audience
        details.promotion = asked.promotion
        details.openness = details.openness ?? asked.openness
        details.forSixthForm = asked.forSixthForm
        let chosen = try asked.existing.flatMap { try tx.officialAccount($0).details.nextReview }
        let review = chosen.flatMap { $0 > tx.now ? $0 : nil } ?? tx.now + Double(AccountTimes.daysToReview) * 86_400
        details.nextReview = review
        let ranIt = try asked.existing.map { try tx.officialAccount($0).operators.map(\.user) } ?? []
        if asked.existing == nil { try tx.insert(account) } else { try tx.update(account) }
        var opened = application
        opened.account = account.id
        try tx.update(opened)
        try tx.activate(account.id)
        opened.state = .opened
        try tx.update(opened)
        try tx.write(details, of: account.id)
        try tx.write(leave.act.operators, of: account.id)
        _ = try tx.setReview(of: account.id, on: review)
        let keeper = leave.act.operators.first(where: \.isLead)?.user ?? application.by
        let lodging = try tx.lodgingTask(of: tx.officialAccount(account.id), terms)
        return Recorded(
            .done(account.id),
            Event(
                .accountActivated, .account(account.id),
                after: [
                    "account": try RecordValue(encoding: account), "details": try RecordValue(encoding: details),
                    "application": .text(application.id.text),
                    "operators": .list(leave.act.operators.map { .text($0.user.text) }),
                ], decision: leave.decision),
            tasks: [
                .close(.openAccount, .application(application.id)), .close(.orderAccount, .account(account.id)),
                .open(
                    NewTask(
                        .checkAccount, .account(account.id), for: .user(keeper),
                        within: try tx.within(AccountTimes.daysToFirstCheck, at: account.school),
                        rule: accountRule(
                            "Look at “\(account.name)” for the first time: its posts, comments and settings",
                            terms.openingSections))),
                lodging,
            ],
            notices: (application.by == tx.actor.user
                ? []
                : [
                    NewNotice(
                        to: application.by, .accountDecided, .account(account.id),
                        says: "Your account “\(account.name)” is open: \(handle)")
                ])
                + ranIt.filter { user in !leave.act.operators.contains { $0.user == user } }.map {
                    NewNotice(
                        to: $0, .accountDecided, .account(account.id),
                        says: "“\(account.name)” is run by others from now on")
                })
    }
}

extension WriteTransaction {
    fileprivate func requireOpener(of application: AccountApplication, _ terms: AccountTerms) throws {
        let user = try person()
        let says: String
        switch terms.opener {
        case .administrator:
            if try authority().holds(any: terms.openingRoles, at: application.school) { return }
            says = "The administrator or moderator opens it once it is approved"
        case .asker:
            if user == application.by { return }
            says = "Whoever asked for it opens it once it is approved"
        case .staff:
            if user == application.by || application.asked.operators.contains(user) { return }
            says = "Whoever asked for it, or will run it, opens it"
        }
        throw ActionError.notPermitted("\(says): \(whoseRule(terms.openingSections))")
    }

    /// What the door says; what is held is released by whoever acts, where they may and say why.
    func admit(
        _ act: OpenAccount, _ door: Door<OpenAccount>, at school: Identifier<School>, why: String
    ) throws -> Admission<OpenAccount> {
        let (why, authority) = (trimmed(why), try authority())
        guard !why.isEmpty, let user = actor.user else { return door.admit(act, at: now) }
        let releases = door.decide(act, at: now).findings.filter { $0.severity == .hold }.compactMap { finding in
            Releasing.role(of: authority, at: school, for: finding.releasedBy ?? .slt).map {
                Release(finding.key, as: $0, by: user, reason: why)
            }
        }
        return door.admit(act, at: now, releases: releases)
    }
}
