import Foundation
import Governance
import Store

/// Asks for an account, new or one to be brought into order (ACC-01). What its policy refuses is named point by point.
package struct ApplyForAccount: Sendable {
    package var school: Identifier<School>
    package var asked: AccountCase

    package init(school: Identifier<School>, asked: AccountCase) {
        self.school = school
        self.asked = asked
    }

    package func perform(
        in organisation: Organisation, by actor: Actor
    ) async throws -> AccountOutcome<Identifier<AccountApplication>> {
        try await organisation.change(by: actor) { tx in
            let applicant = try tx.person()
            try tx.requireAsker(of: asked.existing, at: school)
            let asked = try tidy(tx)
            let rules = try organisation.accountRules(at: school, tx)
            // where nobody decides, bringing an account into order is changing who runs it
            if let existing = asked.existing, rules.terms.leave != .decision {
                try tx.requireAccountRunner(tx.officialAccount(existing))
            }
            try tx.requireNoneLeft(among: asked.operators)
            let act = try tx.openAccount(.asking, asked, applicant: applicant, at: school, under: rules)
            switch rules.door.ask(act, at: tx.now) {
            case .refused(let refusal):
                let subject = asked.existing.map { RecordSubject.account($0) } ?? RecordSubject(.school, school)
                return Recorded(.refused(refusal), .accountRefused(.accountAskingRefused, subject, refusal))
            case .admitted(let leave):
                let application = AccountApplication(
                    id: tx.identifier(), school: school, by: applicant, askedAt: tx.now, asked: asked)
                try tx.insert(application)
                return Recorded(
                    .done(application.id),
                    Event(
                        .accountAsked, .application(application.id), after: try RecordValue(encoding: asked),
                        decision: leave.decision), tasks: [try tx.asking(application, rules.terms)])
            }
        }
    }

    private func tidy(_ tx: WriteTransaction) throws -> AccountCase {
        var asked = asked
        for text in [\AccountCase.name, \.aim, \.audience, \.promotion, \.reason, \.talk] {
            asked[keyPath: text] = trimmed(asked[keyPath: text])
            guard asked[keyPath: text].count <= 2_000 else {
                throw ActionError.invalid("aim", "Shorten each answer to 2,000 characters")
            }
        }
        guard !asked.name.isEmpty else { throw ActionError.invalid("name", "Enter what you call it") }
        var seen: Set<Identifier<User>> = []
        asked.operators = asked.operators.filter { seen.insert($0).inserted }
        if let lead = asked.lead, !seen.contains(lead) { asked.operators.insert(lead, at: 0) }
        if asked.lead == nil { asked.lead = asked.operators.first }
        if let existing = asked.existing {
            let account = try tx.officialAccount(existing)
            guard account.account.school == school, account.state == .legacy else {
                throw ActionError.conflict(
                    "Only an account in use that has no decision on record is brought into order")
            }
            guard try !tx.accountApplications().contains(where: { $0.asked.existing == existing && $0.state.isOpen })
            else { throw ActionError.conflict("It has been asked for this account already") }
        }
        return asked
    }
}

extension WriteTransaction {
    /// Throws unless whoever asks is of that school and, to bring an account into order, reads it on the register: one
    /// outside their reach answers as if it were not there.
    fileprivate func requireAsker(
        of existing: Identifier<PostingAccount>?, at school: Identifier<School>
    ) throws {
        _ = try self.school(school)
        let (user, authority) = (try person(), try authority())
        guard try schools().count == 1 || authority.holds(any: Role.allCases, at: school) else {
            throw ActionError.notPermitted(
                "An account is asked for by somebody with a role at its school. An administrator gives one")
        }
        guard let existing else { return }
        guard try AccountReach(user, authority).reaches(officialAccount(existing)) else { throw ActionError.notFound }
    }

    /// The task that an application opens: to decide it, or where the policy asks no more, to tell its address.
    func asking(_ application: AccountApplication, _ terms: AccountTerms) throws -> TaskChange {
        let name = application.asked.name
        guard terms.leave == .decision else {
            return .open(
                NewTask(
                    .tellAccount, .application(application.id), for: .user(application.by),
                    within: try within(AccountTimes.daysToOpen, at: application.school),
                    rule: accountRule("“\(name)” is told before it goes live", terms.leaveSections)))
        }
        let deciders = try terms.deciders(withoutApplicant: application.by) {
            try holders(of: $0, at: application.school)
        }
        return .open(
            NewTask(
                .decideAccount, .application(application.id),
                for: .role(deciders.first ?? terms.deciders[0], at: application.school),
                within: try within(AccountTimes.daysToDecide, at: application.school),
                rule: accountRule("“\(name)” is asked for and waits for a decision", terms.leaveSections),
                hiddenFrom: [application.by]))
    }
}
