import Actions
import Foundation
import Governance
import Reading

/// Who has read the policy and said so: the register, on the page, in a file and on paper; and reminding.
enum RegisterRoutes {
    static let all: [Route] = [
        .get(.policyRegister, .registerReaders, list),
        .post(.policyRegister, .registerReaders, .form, list),
        .get(.policyRegisterFile, .registerReaders, file),
        .post(.policyRegisterFile, .registerReaders, .form, file),
        .get(.policyRegisterPrint, .registerReaders, print),
        .post(.policyRegisterPrint, .registerReaders, .form, print),
        .post(.policyReminders, .registerKeepers, .form, remind),
    ]

    private static let most = 100

    @Sendable private static func list(_ visit: Visit) async throws -> Reply {
        let desk = try await RegisterDesk(visit)
        let (filter, shown) = (desk.filter, desk.shown)
        let pages = max(1, (shown.count + most - 1) / most)
        let page = min(max(Int(filter.form["page"]) ?? 1, 1), pages)
        let lines = Array(shown.dropFirst((page - 1) * most).prefix(most))
        let found = try await UserRoutes.reach(visit)
        let tabs = try? await PolicyShown(visit).tabs(visit, .policyRegister)
        return .page(
            Page(
                RegisterDesk.heading(desk.all), title: "Who has read it",
                lead: [
                    "Of those whom a policy in force binds, where they have a role. Who is bound, the policy says.",
                    desk.saysUnasked,
                ].compactMap(\.self).joined(separator: " "),
                actions: desk.unasked.isEmpty || !WhoMay.administrators.admits(visit.visitor)
                    ? [] : [HeadAction("Invite staff", icon: .send, visit.link(.invitations))],
                tabs: tabs ?? [], room: .policy,
                PolicyRegisterPage(
                    note: note(visit), anyAsked: !desk.all.isEmpty,
                    blank: Blank(
                        "Nobody is bound",
                        "A policy in force that binds someone who has a role here asks them to read it; they stand here then.",
                        action: HeadAction("Whom it binds", visit.link(.policy))),
                    remind: desk.toRemind.map { count in
                        PolicyRegisterPage.Remind(
                            to: visit.link(.policyReminders), count: count,
                            done: !desk.all.contains { $0.acknowledgement == nil })
                    }, summaries: summaries(desk), anySummaries: !desk.all.isEmpty,
                    filter: PolicyRegisterPage.Filter(desk, to: visit.link(.policyRegister)),
                    links: filter.words.isEmpty
                        ? [
                            HeadAction(
                                "Print view", icon: .print, visit.link(.policyRegisterPrint) + filter.query),
                            HeadAction(
                                "Save as a file (CSV)", icon: .download, visit.link(.policyRegisterFile) + filter.query
                            ),
                        ] : [],
                    exports: filter.words.isEmpty ? nil : PolicyRegisterPage.Exports(desk, visit),
                    says: says(desk, page: page), lines: lines.map { line($0, desk, found) },
                    anyLines: !lines.isEmpty,
                    severalVersions: desk.versions > 1,
                    pager: Pager(
                        visit.link(.policyRegister), keeping: ["school", "role", "state", "words"], of: filter.form,
                        page: page, of: pages, "Before", "More"))))
    }

    private static func line(
        _ line: PolicyRegister.Line, _ desk: RegisterDesk, _ found: SchoolReach
    ) -> PolicyRegisterPage.Line {
        let visit = desk.visit
        return PolicyRegisterPage.Line(
            name: line.user.name,
            link: found.contains(anyOf: line.grants.map(\.school))
                ? visit.link(.user(id: .value(line.user.id.text))) : nil,
            kind: line.user.kind.title.capitalisedFirst, roles: desk.roles(of: line),
            policy: desk.versions > 1 ? PolicyVersionForms.name(line.version) : nil, tag: desk.tag(of: line),
            when: desk.when(of: line),
            remind: desk.mayRemind(line)
                ? PolicyRegisterPage.RemindOne(
                    to: visit.link(.policyReminders), user: line.user.id.text, whom: line.user.name) : nil)
    }

    private static func says(_ desk: RegisterDesk, page: Int) -> String {
        let (shown, all) = (desk.shown.count, desk.all.count)
        guard shown > 0 else { return "" }
        let first = (page - 1) * most + 1
        let range = shown > most ? "\(first) to \(min(first + most - 1, shown)) of " : ""
        return desk.filter.isNarrow ? "\(range)\(shown) found, of \(all)." : "\(range)\(shown) in all, by name."
    }

    /// By school, where there are several, and by role.
    private static func summaries(_ desk: RegisterDesk) -> [PolicyRegisterPage.Summary] {
        var summaries: [PolicyRegisterPage.Summary] = []
        let row = { (name: String, lines: [PolicyRegister.Line]) in
            lines.isEmpty
                ? nil
                : PolicyRegisterPage.Summary.Row(
                    name: name, read: lines.count { $0.acknowledgement != nil }, all: lines.count)
        }
        if desk.schools.count > 1 {
            let bySchool = desk.schools.map { school in
                row(school.name, desk.all.filter { line in line.grants.contains { $0.school == school.id } })
            }
            let whole = row("The whole organisation", desk.all.filter { $0.grants.contains { $0.school == nil } })
            summaries.append(
                PolicyRegisterPage.Summary(
                    heading: "By school", name: "School", open: true,
                    rows: (bySchool + [whole]).compactMap(\.self)))
        }
        let byRole = Role.allCases.sorted().map { role in
            row(role.title.capitalisedFirst, desk.all.filter { line in line.grants.contains { $0.role == role } })
        }
        summaries.append(
            PolicyRegisterPage.Summary(
                heading: "By role", name: "Role", open: desk.schools.count < 2, rows: byRole.compactMap(\.self)))
        return summaries
    }

    @Sendable private static func file(_ visit: Visit) async throws -> Reply {
        let desk = try await RegisterDesk(visit)
        return .download(
            name: "policy-register-\(Day(of: visit.now)).csv", type: "text/csv; charset=utf-8",
            Array(RegisterFile.text(desk).utf8))
    }

    @Sendable private static func print(_ visit: Visit) async throws -> Reply {
        let desk = try await RegisterDesk(visit)
        let head = try await visit.work.database.recordHead()
        return .page(
            Page(
                RegisterDesk.heading(desk.shown), title: "Who has read it", eyebrow: visit.organisation?.name,
                crumb: Crumb("Who has read it", visit.link(.policyRegister) + desk.filter.query), frame: .journey,
                room: .policy,
                PolicyRegisterPrintPage(
                    facts: printed(desk), lines: desk.shown.map { line($0, desk, .none) },
                    severalVersions: desk.versions > 1,
                    foot: "Printed on \(When.full(visit.now)). Head of the record: \(head).")))
    }

    private static func printed(_ desk: RegisterDesk) -> [Fact] {
        let filter = desk.filter
        var facts: [Fact] = []
        if let school = filter.school { facts.append(Fact("School", school.name)) }
        if let role = filter.role { facts.append(Fact("Role", role.title.capitalisedFirst)) }
        if let hasRead = filter.hasRead { facts.append(Fact("State", hasRead ? "Has read it" : "Has not read it")) }
        if !filter.words.isEmpty { facts.append(Fact("Words", filter.words)) }
        if facts.isEmpty { facts.append(Fact("Shows", "Everyone who is asked")) }
        if !desk.unasked.isEmpty { facts.append(Fact("Staff who cannot sign in yet", "\(desk.unasked.count)")) }
        return facts
    }

    // MARK: - Reminding

    @Sendable private static func remind(_ visit: Visit) async throws -> Reply {
        let user = visit.form["user"]
        let outcome = try await RemindToAcknowledge(user: user.isEmpty ? nil : Identifier(user))
            .perform(in: visit.work, by: visit.actor)
        return .seeLink(
            visit.link(.policyRegister) + "?reminded=\(outcome.reminded)&already=\(outcome.already)")
    }

    private static func note(_ visit: Visit) -> Note? {
        guard let reminded = Int(visit.query["reminded"]), let already = Int(visit.query["already"]) else { return nil }
        let before = already == 0 ? "" : " \(people(already)) reminded today already."
        guard reminded > 0 else {
            return Note(.quiet, "Nobody was reminded.", already == 0 ? "There was nobody to remind." : before)
        }
        return Note(.clear, "\(people(reminded)) reminded.", "It stands on their first page, and on record." + before)
    }

    private static func people(_ count: Int) -> String { count == 1 ? "One person was" : "\(count) people were" }
}
