import Actions
import Foundation
import Governance
import Reading

extension AccountDesk {
    /// The list that the address asks for: in use, asked for, or closed.
    func list() async throws -> Page {
        let accounts = try await work.database.officialAccounts().filter(reach.reaches)
        let applications = try await work.database.accountApplications().filter(reach.reaches)
        let schools = try await work.database.schools()
        let show = visit.query["show"]
        let open = applications.filter(\.state.isOpen)
        let inUse = accounts.filter(\.state.isInUse)
        let closed = accounts.filter { !$0.state.isInUse }
        let legacy = inUse.filter { $0.state == .legacy }
        let link = visit.link(.accounts)
        let names = schools.count > 1 ? Dictionary(uniqueKeysWithValues: schools.map { ($0.id, $0.name) }) : [:]
        let shown = show == "closed" ? closed : show == "asked" ? [] : inUse
        return Page(
            "Accounts",
            lead: "Every account that speaks for \(visit.organisation?.name ?? "the school"), and who answers for it.",
            actions: [HeadAction("Ask for an account", icon: .plus, visit.link(.accountAsking), filled: true)],
            tabs: [
                Tab("In use", link, count: inUse.count, current: shown.isEmpty ? show.isEmpty : show != "closed"),
                Tab(
                    "Asked for", link + "?show=asked", count: open.count, current: show == "asked", calls: !open.isEmpty
                ),
                Tab("Closed", link + "?show=closed", count: closed.count, current: show == "closed"),
            ], room: .accounts,
            AccountsPage(
                notes: show.isEmpty ? note(legacy.count) : [],
                accounts: try await lines(of: shown, schools: names),
                applications: show == "asked" ? try await lines(of: applications, schools: names) : [],
                severalSchools: schools.count > 1, blank: blank(show), more: more()))
    }

    private func note(_ legacy: Int) -> [Note] {
        guard legacy > 0 else { return [] }
        return [
            Note(
                .hold, legacy == 1 ? "One account is not yet in order." : "\(legacy) accounts are not yet in order.",
                "They were here before the register was, and no decision on them is on record. Each has a task: bring "
                    + "it into order, or close it.")
        ]
    }

    private func blank(_ show: String) -> Blank {
        switch show {
        case "asked": Blank("Nobody has asked for an account", "What is asked for appears here with its decision.")
        case "closed": Blank("None is closed", "An account that is closed stays here, with why and the proof.")
        default:
            Blank(
                "No account yet", "Posts can be written as soon as the first account is here.",
                action: HeadAction("Ask for the first one", visit.link(.accountAsking)))
        }
    }

    private func more() -> [HeadAction] {
        let all = [
            HeadAction("Staff groups", visit.link(.staffGroups)),
            HeadAction("Save as a file (CSV)", visit.link(.accountsFile)),
        ]
        guard WhoMay.accountKeepers.admits(visit.visitor) else { return all }
        return [
            HeadAction("Enter one that exists", visit.link(.newAccount)),
            HeadAction("Bring in a list", visit.link(.accountList)),
        ] + all
    }

    private func lines(
        of accounts: [OfficialAccount], schools: [Identifier<School>: String]
    ) async throws -> [AccountsPage.AccountLine] {
        let tasks = try await work.database.openTasks(about: .account, seenBy: me.user.id)
        let lodged = try await work.database.lodgedLogins()
        let passwords = try await work.database.passwordsDue()
        return accounts.map { account in
            let next = tasks.first { $0.subject.id == account.id.text }
            let day = next?.due.map { ", " + When.near(Day(of: $0), today: Day(of: visit.now)) } ?? ""
            let isLate = next?.due.map { $0 < visit.now } ?? false
            return AccountsPage.AccountLine(
                name: account.account.name, link: link(account.id), network: account.account.network.title,
                handle: account.account.handle, lead: account.lead?.name ?? "Nobody",
                school: schools[account.account.school], comments: AccountWords.onOff(account.details.comments),
                login: lodged[account.id] == nil ? "Not lodged" : "Lodged. " + loginWords(account),
                duty: next.map { AccountWords.duty($0.kind) + day }
                    ?? later(account, passwordDue: passwords[account.id]),
                late: isLate ? Tag(.block, "Overdue", icon: .clock) : nil,
                tag: AccountWords.tag(
                    account.state, open: tasks.filter { $0.subject.id == account.id.text }.map(\.kind)))
        }
    }

    /// What comes next of itself: another password, or the yearly review.
    private func later(_ account: OfficialAccount, passwordDue: Date?) -> String {
        let review = account.state.isInUse ? account.details.nextReview : nil
        let next = [
            passwordDue.map { ($0, "New password") }, review.map { ($0, "Review") },
        ].compactMap(\.self).min { $0.0 < $1.0 }
        return next.map { "\($0.1), \(When.date($0.0))" } ?? "None"
    }

    /// Whether the password is known and how old it is.
    func loginWords(_ account: OfficialAccount) -> String {
        guard let changed = account.details.passwordChangedAt else { return "Its age is not known" }
        let days = max(0, Int(visit.now.timeIntervalSince(changed) / 86_400))
        return days == 0 ? "Password changed today" : days == 1 ? "Password one day old" : "Password \(days) days old"
    }

    private func lines(
        of applications: [AccountApplication], schools: [Identifier<School>: String]
    ) async throws -> [AccountsPage.ApplicationLine] {
        let names = try await work.database.userNames()
        return (applications.filter(\.state.isOpen) + applications.filter { !$0.state.isOpen }).map { application in
            AccountsPage.ApplicationLine(
                name: application.asked.name, link: link(application.id), network: application.asked.network.title,
                by: names[application.by] ?? "Someone who has left", on: When.date(application.askedAt),
                school: schools[application.school], tag: AccountWords.tag(application.state))
        }
    }
}
