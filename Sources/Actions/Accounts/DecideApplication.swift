import Foundation
import Governance
import Store

/// Approves or rejects an application, by the role that the policy names and never by whoever asked (ACC-03).
package struct DecideApplication: Sendable {
    package enum Answer: Sendable, Equatable {
        /// - Parameters:
        ///   - trained: of whom whoever decides knows that they are trained (ACC-04).
        ///   - why: needed where something is held.
        case approve(trained: Set<Identifier<User>> = [], why: String = "")
        case reject(reason: String)
    }

    package var application: Identifier<AccountApplication>
    package var answer: Answer

    package init(_ application: Identifier<AccountApplication>, _ answer: Answer) {
        self.application = application
        self.answer = answer
    }

    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> AccountOutcome<Void> {
        try await organisation.change(by: actor) { tx in
            let application = try tx.accountApplication(application)
            let rules = try organisation.accountRules(at: application.school, tx)
            let (user, role) = try tx.requireDecider(of: application, rules.terms)
            guard application.state == .asked else {
                throw ActionError.conflict("This has been settled already: \(application.state.title.lowercased())")
            }
            switch answer {
            case .reject(let reason):
                let reason = try required(reason, "reason", "Say why; whoever asked is told")
                return .rejected(try tx.settle(application, as: .rejected, by: user, reason: reason), reason)
            case .approve(let trained, let why):
                return try approve(application, trained: trained, why: why, as: role, by: user, rules, tx)
            }
        }
    }

    private func approve(
        _ application: AccountApplication, trained: Set<Identifier<User>>, why: String, as role: Role,
        by user: Identifier<User>, _ rules: AccountRules, _ tx: WriteTransaction
    ) throws -> Recorded<AccountOutcome<Void>> {
        if let left = try application.asked.operators.first(where: tx.hasLeft) {
            throw ActionError.conflict(
                "\(try tx.user(left).name), who is named to run it, has left. Reject it, and say who could run it instead"
            )
        }
        let act = try tx.openAccount(
            .deciding, application.asked, applicant: application.by, trained: trained, at: application.school,
            under: rules)
        let why = trimmed(why)
        let held = why.isEmpty ? [] : rules.door.decide(act, at: tx.now).findings.filter { $0.severity == .hold }
        let releases = held.map { Release($0.key, as: role, by: user, reason: why) }
        switch rules.door.admit(act, at: tx.now, releases: releases) {
        case .refused(let refusal):
            return Recorded(
                .refused(refusal), .accountRefused(.accountApprovalRefused, .application(application.id), refusal))
        case .admitted(let leave):
            var settled = application
            settled.trained = trained.intersection(application.asked.operators)
            settled = try tx.settle(settled, as: .approved, by: user, reason: why.isEmpty ? nil : why)
            return Recorded(
                .done(()),
                Event(
                    .accountApproved, .application(settled.id),
                    after: ["trained": .list(settled.trained.sorted().map { .text($0.text) })],
                    why: settled.reason, decision: leave.decision),
                tasks: [
                    .close(.decideAccount, .application(settled.id)), .open(try tx.opening(settled, rules.terms)),
                ],
                notices: [
                    NewNotice(
                        to: settled.by, .accountDecided, .application(settled.id),
                        says: "Your account “\(settled.asked.name)” is approved")
                ])
        }
    }
}

extension Recorded where Value == AccountOutcome<Void> {
    fileprivate static func rejected(_ application: AccountApplication, _ reason: String) -> Recorded {
        Recorded(
            .done(()), Event(.accountRejected, .application(application.id), why: reason),
            tasks: [
                .close(.decideAccount, .application(application.id)),
                .close(.settleApplication, .application(application.id)),
            ],
            notices: [
                NewNotice(
                    to: application.by, .accountDecided, .application(application.id),
                    says: "Your account “\(application.asked.name)” is rejected: \(reason)")
            ])
    }
}

extension WriteTransaction {
    /// Who decides, and as which role; throws for whoever asked, for other roles, and where no decision is asked.
    fileprivate func requireDecider(
        of application: AccountApplication, _ terms: AccountTerms
    ) throws -> (Identifier<User>, Role) {
        let user = try person()
        guard terms.leave == .decision else {
            throw ActionError.conflict("This policy asks for no decision; its address is told before it goes live")
        }
        guard user != application.by else {
            throw ActionError.notPermitted("Nobody decides on what they asked for themselves")
        }
        guard try !standsIn(user, for: application.by) else {
            throw ActionError.notPermitted("You stand in for whoever asked for it. Somebody else decides")
        }
        let deciders = try terms.deciders(withoutApplicant: application.by) {
            try holders(of: $0, at: application.school)
        }
        let authority = try authority()
        guard let role = deciders.first(where: { authority.holds($0, at: application.school) }) else {
            let titles = (deciders.isEmpty ? terms.deciders : deciders).map(\.title).joined(separator: " or ")
            throw ActionError.notPermitted("This is decided by: \(titles)")
        }
        return (user, role)
    }

    /// Puts on record what became of it.
    func settle(
        _ application: AccountApplication, as state: AccountApplication.State, by user: Identifier<User>,
        reason: String? = nil
    ) throws -> AccountApplication {
        var application = application
        application.state = state
        application.settledBy = user
        application.settledAt = now
        application.reason = reason
        try update(application)
        return application
    }

    /// The task of opening an account that may be opened.
    func opening(_ application: AccountApplication, _ terms: AccountTerms) throws -> NewTask {
        let assignee: NewTask.Assignee =
            terms.openingRoles.isEmpty
            ? .user(application.by)
            : .role(try firstHeld(terms.openingRoles, at: application.school), at: application.school)
        return NewTask(
            .openAccount, .application(application.id), for: assignee,
            within: try within(AccountTimes.daysToOpen, at: application.school),
            rule: accountRule("“\(application.asked.name)” may be opened now", terms.openingSections))
    }
}
