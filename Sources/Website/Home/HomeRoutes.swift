import Actions
import Foundation
import Governance
import Reading

/// The first page, what is left to do, and how to reach the safeguarding lead.
enum HomeRoutes {
    static let all: [Route] = [
        .get(.home, .signedIn, home),
        .get(.todo, .administrators) { visit in .page(ToDoPage.page(try await steps(visit))) },
        .get(.tellDSL, .signedIn, tellDSL),
    ]

    @Sendable private static func home(_ visit: Visit) async throws -> Reply {
        let tasks = try await visit.work.database.tasks(of: visit.me.user.id)
        let titles = try await visit.work.database.postTitles(of: tasks.map(\.subject))
        let publishing = try await PublishingAtHome(for: visit)
        let open = WhoMay.administrators.admits(visit.visitor) ? try await steps(visit).filter(\.isOpen).count : 0
        let actions =
            visit.site.routes.admit(visit.visitor, to: .newPost)
            ? [HeadAction("Write a post", icon: .pen, visit.link(.newPost), filled: true)] : []
        return .page(
            Page(
                HomePage.heading(waiting: tasks.count, givenName: visit.visitor?.givenName ?? ""), title: "Home",
                eyebrow: When.full(visit.now), actions: actions, room: .home,
                HomePage(
                    tasks: tasks.map {
                        LedgerEntry($0, about: titles[$0.subject], in: visit) ?? LedgerEntry($0, now: visit.now)
                    },
                    blank: Blank(
                        "All clear", "When a post comes back to you or waits for you, it appears here with its time.",
                        action: HeadAction("Read the policy", visit.link(.policy))),
                    setUpLeft: open == 0
                        ? nil
                        : Note(
                            .hold, "Set-up is not finished.",
                            open == 1 ? "One thing is left." : "\(open) things are left.",
                            link: HeadAction("See what is left to do", visit.link(.todo))),
                    paused: publishing.paused, states: publishing.states, posts: publishing.posts,
                    allPosts: visit.site.routes.admit(visit.visitor, to: .posts) ? visit.link(.posts) : nil,
                    figures: publishing.figures)))
    }

    private static func steps(_ visit: Visit) async throws -> [Step] {
        let database = try visit.work.database
        let users = try await database.users().filter { $0.user.endedAt == nil }
        let hasDSL = users.contains { $0.grants.contains { $0.grant.role == .dsl } }
        let inForce = try await visit.work.policyInForce()
        let people = try await database.rollCounts().reduce(0) { $0 + $1.people }
        return [
            Step(
                "The policy in force", small: inForce?.version.title, link: visit.link(.policy),
                tag: inForce == nil ? Step.toDo : Step.done),
            Step(
                "Put its approval on record", small: "Who approved it, when, under which minute",
                link: visit.link(.policyVersions), tag: inForce?.version.approval == nil ? Step.toDo : Step.done),
            Step(
                "Bring in pupils and staff",
                small: people == 0 ? "Until then every post is held, and says so" : "\(people) are on the roll",
                link: visit.link(people == 0 ? .rollImport : .roll), tag: people == 0 ? Step.toDo : Step.done),
            Step(
                "Give people a way in",
                small: users.count == 1 ? "Only you can sign in so far" : "\(users.count) can sign in",
                link: visit.link(.users), tag: users.count == 1 ? Step.toDo : Step.done),
            Step(
                "Name the designated safeguarding lead",
                small: hasDSL ? nil : "Until then “Tell the DSL” has nobody to name",
                link: visit.link(.users), tag: hasDSL ? Step.done : Step.toDo),
        ]
    }

    @Sendable private static func tellDSL(_ visit: Visit) async throws -> Reply {
        let users = try await visit.work.database.users()
        let leads = users.filter { line in
            line.user.endedAt == nil
                && line.grants.contains { $0.grant.role == .dsl && $0.grant.isValid(at: visit.now) }
        }
        let policy = try await visit.work.policyInForce()?.policy
        let sections =
            policy?.clauses.filter { !Set($0.duties).isDisjoint(with: ["INC-01", "ENG-10"]) }.map(\.at) ?? []
        var seen: [String] = []
        for section in sections where !seen.contains(section) { seen.append(section) }
        return .page(
            TellDSLPage.page(
                leads: leads.map { TellDSLPage.Lead($0.user.name, role: Role.dsl.title, email: $0.user.email) },
                contact: visit.organisation?.dslContact, clauses: seen.map { ClauseChip.link(to: $0, in: visit) }))
    }
}

extension Step {
    var isOpen: Bool { tag.text != Self.done.text }
}

extension LedgerEntry {
    /// A task on the first page.
    fileprivate init(_ task: OpenTask, now: Date) {
        let today = Day(of: now)
        let due = task.due.map { (When.near(Day(of: $0), today: today), "by \(When.time($0))") }
        let late = task.due.map { $0 < now } ?? false
        self.init(
            due.map { $0.0.prefix(1).uppercased() + $0.0.dropFirst() } ?? "When you can", due?.1, late: late,
            title: task.rule, tag: late ? Tag(.block, "Overdue", icon: .clock) : Step.toDo)
    }
}
