import Foundation
import Governance
import Store

extension Organisation {
    /// What somebody who leaves, or loses their roles at some schools, leaves to be done (ACC-09): a handover of each
    /// account they run, other passwords where they know them, their groups, posts and drafts handed on, and where too few
    /// members of staff are left, another found.
    ///
    /// Called once the rows of the change are written. Each account's own timeline says that it is to be handed over.
    func handoverTasks(
        of leaver: Identifier<User>, _ cause: AccountHandover.Cause, at schools: Set<Identifier<School>>? = nil,
        _ tx: WriteTransaction
    ) throws -> [TaskChange] {
        var tasks: [TaskChange] = []
        for account in try tx.accounts(runBy: leaver) where schools?.contains(account.account.school) ?? true {
            let terms = try accountTerms(at: account.account.school, tx)
            try tx.openHandover(AccountHandover(account: account.id, leaver: leaver, cause: cause, openedAt: tx.now))
            tasks += try [handoverTask(account, terms, tx)] + operatorTasks(account, terms, tx)
        }
        if cause == .left { tasks += try passwordTasks(knownTo: leaver, tx) + applicationTasks(of: leaver, tx) }
        return try tasks + groupTasks(of: leaver, cause, at: schools, tx) + postTasks(of: leaver, at: schools, tx)
    }

    /// What is to be handed over of an account that is opened again: whoever ran it may have gone since.
    func reopeningTasks(_ account: OfficialAccount, _ tx: WriteTransaction) throws -> [TaskChange] {
        let school = account.account.school
        return try account.operators.flatMap { one -> [TaskChange] in
            let hasLeft = try tx.hasLeft(one.user)
            guard try hasLeft || tx.hasLostRole(one.user, at: school) else { return [] }
            return try handoverTasks(of: one.user, hasLeft ? .left : .role, at: [school], tx)
        }
    }

    /// Takes handovers back of somebody who has not left after all. What a weaker cause still asks stays open by that.
    func withdrawHandovers(
        of user: Identifier<User>, _ causes: Set<AccountHandover.Cause>, _ tx: WriteTransaction
    ) throws -> [TaskChange] {
        var tasks: [TaskChange] = []
        for var handover in try tx.openHandovers(from: user) where causes.contains(handover.cause) {
            let account = try tx.officialAccount(handover.account)
            let terms = try accountTerms(at: account.account.school, tx)
            if let cause = try tx.causeStillThere(of: user, at: account.account.school, without: causes) {
                guard cause != handover.cause else { continue }
                handover.cause = cause
                try tx.update(handover)
            } else {
                try tx.settle(handover)
                try tx.put(Event(.handoverWithdrawn, .account(account.id), before: ["leaver": .text(user.text)]))
            }
            tasks += try [handoverTask(account, terms, tx)] + operatorTasks(account, terms, tx)
        }
        return try tasks + groupTasksOver(of: user, causes, tx) + postTasksOver(of: user, causes, tx)
            + applicationTasksOver(of: user, tx)
    }

    /// The one task of handing an account over, as the strongest of its handovers has it, due as the earliest; none is left
    /// when none is open.
    private func handoverTask(
        _ account: OfficialAccount, _ terms: AccountTerms, _ tx: WriteTransaction
    ) throws -> TaskChange {
        let open = try tx.openHandovers(of: account.id)
        guard let strongest = open.max(by: { $0.cause < $1.cause }), let first = open.first else {
            return .close(.handOverAccount, .account(account.id))
        }
        let school = account.account.school
        let leavers = open.map(\.leaver)
        let name = try tx.user(strongest.leaver).name
        let others = try leavers.filter { $0 != strongest.leaver }.map { try tx.user($0).name }
        let too = others.isEmpty ? "" : ", as does \(others.joined(separator: " and "))"
        let role = try tx.firstHeld([.administrator] + terms.deciders, at: school, besides: Set(leavers))
        return .restate(
            NewTask(
                .handOverAccount, .account(account.id), for: .role(role, at: school),
                due: Acknowledgement.due(after: 0, from: first.openedAt),
                rule: accountRule(
                    "\(strongest.cause.says(of: name, account.account.name))\(too); name a new lead and change its password, or close it",
                    terms.handoverSections), hiddenFrom: leavers))
    }

    /// What a change of what somebody is to the school asks about what they run: enough members of staff for each account,
    /// and a member of staff for each group.
    func tasks(ofKindChanged user: User, _ tx: WriteTransaction) throws -> [TaskChange] {
        try tx.accounts(runBy: user.id).flatMap { account in
            try operatorTasks(account, accountTerms(at: account.account.school, tx), tx)
        } + groupTasks(ofKindChanged: user, tx)
    }

    private static func counted(_ staff: Int) -> String {
        switch staff {
        case 0: "no member of staff"
        case 1: "one member of staff"
        default: "\(staff) members of staff"
        }
    }

    /// Whether enough members of staff are left who run an account (ACC-02), and the task if not.
    func operatorTasks(
        _ account: OfficialAccount, _ terms: AccountTerms, _ tx: WriteTransaction
    ) throws -> [TaskChange] {
        let leaving = Set(try tx.openHandovers(of: account.id).map(\.leaver))
        let staff = try account.operators.filter { person in
            try person.kind.isStaff && !leaving.contains(person.user) && !tx.hasLeft(person.user)
        }
        guard account.state == .active else { return [] }
        guard let least = terms.leastStaff, staff.count < least else {
            let isOpen = try tx.isOpen(.findOperator, .account(account.id))
            return isOpen ? [.close(.findOperator, .account(account.id))] : []
        }
        let school = account.account.school
        return [
            .restate(
                NewTask(
                    .findOperator, .account(account.id),
                    for: .role(try tx.firstHeld(terms.deciders, at: school), at: school),
                    due: Acknowledgement.due(after: AccountTimes.daysToOpen, from: tx.now),
                    rule: accountRule(
                        "“\(account.account.name)” is run by \(Self.counted(staff.count)), and there must be \(least)",
                        terms.operatorSections)))
        ]
    }
}

extension AccountHandover.Cause {
    /// Why an account is handed over, as the beginning of a sentence.
    fileprivate func says(of name: String, _ account: String) -> String {
        switch self {
        case .refused: "The school’s sign-in no longer stands for \(name), who leaves “\(account)”"
        case .role: "\(name) has lost the role by which they ran “\(account)”"
        case .left: "\(name) leaves “\(account)”"
        }
    }
}

extension WriteTransaction {
    /// Settles the handovers of an account that are done: the leaver runs it no more, somebody leads it, and its password
    /// was changed since. Closed, nothing is left to hand over.
    func settleHandovers(of id: Identifier<PostingAccount>) throws -> [TaskChange] {
        let account = try officialAccount(id)
        let lodged = try sealedLogin(of: id)?.known
        var isLeft = false
        for handover in try openHandovers(of: id) {
            let isHandedOn =
                account.lead != nil && !account.operators.contains { $0.user == handover.leaver }
                && isChanged(lodged, account, since: handover)
            if isHandedOn || account.state == .closed { try settle(handover) } else { isLeft = true }
        }
        return isLeft ? [] : [.close(.handOverAccount, .account(id))]
    }

    /// Whether another password lies in the vault since, which the leaver did not put there.
    private func isChanged(
        _ lodged: LodgedLogin?, _ account: OfficialAccount, since handover: AccountHandover
    ) -> Bool {
        guard let lodged, let changed = account.details.passwordChangedAt else { return false }
        return min(lodged.lodgedAt, changed) > handover.openedAt && lodged.lodgedBy != handover.leaver
    }

    /// One is open once; a stronger cause takes the place of a weaker, and the timeline tells both.
    fileprivate func openHandover(_ handover: AccountHandover) throws {
        var before: RecordValue?
        if var open = try openHandovers(of: handover.account).first(where: { $0.leaver == handover.leaver }) {
            guard open.cause < handover.cause else { return }
            before = ["cause": .text(open.cause.rawValue)]
            open.cause = handover.cause
            try update(open)
        } else {
            try insert(handover)
        }
        try put(
            Event(
                .handoverOpened, .account(handover.account), before: before,
                after: ["leaver": .text(handover.leaver.text), "cause": .text(handover.cause.rawValue)]))
    }

    /// The strongest reason, beside those that are over, why somebody still hands over what they ran at a school.
    fileprivate func causeStillThere(
        of user: Identifier<User>, at school: Identifier<School>, without over: Set<AccountHandover.Cause>
    ) throws -> AccountHandover.Cause? {
        // nothing is weaker than a refusal
        guard !over.contains(.refused) else { return nil }
        if try hasLeft(user) { return .left }
        if try hasLostRole(user, at: school) { return .role }
        return try isRefused(user) ? .refused : nil
    }
}
