import Foundation
import Governance
import Store

extension Organisation {
    /// What somebody who leaves, or loses their roles at some schools, leaves to be done (ACC-09): a handover of each
    /// account they run, their groups, posts and drafts handed on, and where too few members of staff are left, another found.
    ///
    /// Called once the rows of the change are written. Each account's own timeline says that it is to be handed over.
    func handoverTasks(
        of leaver: Identifier<User>, _ cause: AccountHandover.Cause, at schools: Set<Identifier<School>>? = nil,
        _ tx: WriteTransaction
    ) throws -> [TaskChange] {
        let today = Acknowledgement.due(after: 0, from: tx.now)
        let name = try tx.user(leaver).name
        var tasks: [TaskChange] = []
        for account in try tx.accounts(runBy: leaver)
        where schools?.contains(account.account.school) ?? true {
            let school = account.account.school
            let terms = try accountTerms(at: school, tx)
            try tx.openHandover(AccountHandover(account: account.id, leaver: leaver, cause: cause, openedAt: tx.now))
            let role = try tx.firstHeld([.administrator] + terms.deciders, at: school, besides: leaver)
            tasks.append(
                .open(
                    NewTask(
                        .handOverAccount, .account(account.id), for: .role(role, at: school), due: today,
                        rule: accountRule(
                            "\(name) leaves “\(account.account.name)”; name a new lead and change its password, or close it",
                            terms.handoverSections), hiddenFrom: [leaver])))
            tasks += try operatorTasks(account, terms, tx)
        }
        tasks += try groupTasks(of: leaver, at: schools, tx)
        let posts = try tx.posts(keptBy: leaver).filter { schools?.contains($0.school) ?? true }
        if let school = posts.first?.school {
            let role = try tx.firstHeld(PublishingRoles.arranging, at: school, besides: leaver)
            tasks.append(
                .open(
                    NewTask(
                        .handOnPosts, RecordSubject(.user, leaver), for: .role(role, at: school), due: today,
                        rule:
                            "\(name) leaves \(posts.count) posts and drafts to be kept by somebody: the product’s own rule",
                        hiddenFrom: [leaver])))
        }
        return tasks
    }

    /// What is to be handed over of an account that is opened again: whoever ran it may have gone since.
    func reopeningTasks(_ account: OfficialAccount, _ tx: WriteTransaction) throws -> [TaskChange] {
        let school = account.account.school
        return try account.operators.flatMap { one -> [TaskChange] in
            let isHere = try tx.grants(of: one.user).contains {
                $0.grant.isValid(at: tx.now) && ($0.grant.school == nil || $0.grant.school == school)
            }
            let person = try tx.person(of: one.user)
            let hasLeft =
                try tx.user(one.user).endedAt != nil || person.map { try tx.rollEntry($0).leftAt != nil } ?? false
            guard hasLeft || !isHere else { return [] }
            return try handoverTasks(of: one.user, hasLeft ? .left : .role, at: [school], tx)
        }
    }

    /// Takes handovers back of somebody who has not left after all.
    func withdrawHandovers(
        of user: Identifier<User>, _ causes: Set<AccountHandover.Cause>, at school: Identifier<School>? = nil,
        _ tx: WriteTransaction
    ) throws -> [TaskChange] {
        var tasks: [TaskChange] = []
        for handover in try tx.openHandovers(from: user) where causes.contains(handover.cause) {
            let account = try tx.officialAccount(handover.account)
            guard school == nil || account.account.school == school else { continue }
            try tx.settle(handover)
            try tx.put(
                Event(.handoverWithdrawn, .account(account.id), before: ["leaver": .text(user.text)]))
            if try tx.openHandovers(of: account.id).isEmpty {
                tasks.append(.close(.handOverAccount, .account(account.id)))
            }
            tasks += try operatorTasks(account, accountTerms(at: account.account.school, tx), tx)
        }
        let person = try tx.user(user)
        tasks += try tx.staffGroups(of: user).filter { group in
            try tx.canAnswer(person, forGroupAt: group.school)
                && (causes.contains(.refused) || !tx.isRefused(user))
        }.map { .close(.handOnGroup, RecordSubject(.staffGroup, $0.id)) }
        if try tx.keepsOwnPosts(user) { tasks.append(.close(.handOnPosts, RecordSubject(.user, user))) }
        return tasks
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
            try person.kind.isStaff && !leaving.contains(person.user) && tx.user(person.user).endedAt == nil
        }
        guard let least = terms.leastStaff, account.state == .active else { return [] }
        guard staff.count < least else { return [.close(.findOperator, .account(account.id))] }
        let school = account.account.school
        return [
            .open(
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

    /// One is open once; a stronger cause takes the place of a weaker.
    fileprivate func openHandover(_ handover: AccountHandover) throws {
        let open = try openHandovers(of: handover.account).first { $0.leaver == handover.leaver }
        if var open {
            guard open.cause < handover.cause else { return }
            open.cause = handover.cause
            try update(open)
        } else {
            try insert(handover)
            try put(
                Event(
                    .handoverOpened, .account(handover.account),
                    after: ["leaver": .text(handover.leaver.text), "cause": .text(handover.cause.rawValue)]))
        }
    }

    /// Whether somebody is here, and still writes for every school whose posts they keep.
    fileprivate func keepsOwnPosts(_ user: Identifier<User>) throws -> Bool {
        guard try self.user(user).endedAt == nil else { return false }
        if let person = try person(of: user), try rollEntry(person).leftAt != nil { return false }
        let writes = try grants(of: user).map(\.grant).filter {
            $0.isValid(at: now) && PublishingRoles.writing.contains($0.role)
        }
        return try posts(keptBy: user).allSatisfy { post in
            writes.contains { $0.school == nil || $0.school == post.school }
        }
    }
}
