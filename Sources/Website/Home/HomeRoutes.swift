import Actions
import Foundation
import Governance
import Reading

/// The first page, and what is left to do.
enum HomeRoutes {
    static let all: [Route] =
        [
            .get(.home, .signedIn, home),
            .get(.todo, .administrators) { visit in .page(ToDoPage.page(try await Step.left(visit))) },
            .post(.notices, .signedIn) { visit in
                try await visit.work.readNotices(of: visit.me.user.id)
                return .see(.home)
            },
        ] + ConcernRoutes.all

    @Sendable private static func home(_ visit: Visit) async throws -> Reply {
        let writes = WhoMay.writers.admits(visit.visitor)
        let decides = WhoMay.deciders.admits(visit.visitor)
        let read = try await visit.work.database.home(
            of: visit.me.user.id, decidingWith: decides ? visit.me.authority : nil, writes: writes,
            mostNews: HomePage.News.most, mostPosts: 5)
        let publishing = try await PublishingAtHome(read, for: visit)
        let open = WhoMay.administrators.admits(visit.visitor) ? try await Step.left(visit).filter(\.isOpen).count : 0
        let actions =
            visit.site.routes.admit(visit.visitor, to: .newPost)
            ? [HeadAction("Write a post", icon: .pen, visit.link(.newPost), filled: true)] : []
        var page = Page(
            HomePage.heading(waiting: read.tasks.count, givenName: visit.visitor?.givenName ?? ""), title: "Home",
            eyebrow: When.full(visit.now), actions: actions, room: .home,
            HomePage(
                tasks: try await lines(read, visit),
                blank: Blank(
                    "All clear", "When a post comes back to you or waits for you, it appears here with its time.",
                    action: HeadAction("Read the policy", visit.link(.policy))),
                setUpLeft: open == 0
                    ? nil
                    : Note(
                        .hold, "Set-up is not finished.",
                        open == 1 ? "One thing is left." : "\(open) things are left.",
                        link: HeadAction("See what is left to do", visit.link(.todo))),
                paused: publishing.paused, news: HomePage.News(read, for: visit), states: publishing.states,
                posts: publishing.posts,
                allPosts: visit.site.routes.admit(visit.visitor, to: .posts) ? visit.link(.posts) : nil,
                figures: publishing.figures + (try await rollFigure(visit))))
        page.waiting = read.waiting.byRoom
        return .page(page)
    }

    private static func lines(_ home: HomeRead, _ visit: Visit) async throws -> [LedgerEntry] {
        let names = home.tasks.contains { $0.claimedBy != nil } ? try await visit.work.database.userNames() : [:]
        let urgent = home.tasks.filter { NewTask.Kind.concerns.contains($0.kind) }
        let others = home.tasks.filter { !NewTask.Kind.concerns.contains($0.kind) }
        return try (urgent + others).map { task in
            var entry =
                LedgerEntry(task, about: home.titles[task.subject], in: visit)
                ?? LedgerEntry(handbook: task, in: visit) ?? LedgerEntry(conduct: task, in: visit)
                ?? LedgerEntry(account: task, in: visit) ?? LedgerEntry(consent: task, in: visit)
                ?? LedgerEntry(
                    task, title: task.rule, link: link(of: task, visit), tag: Step.toDo, now: visit.now)
            entry.claim = try LedgerEntry.Claim(task, names: names, in: visit)
            return entry
        }
    }

    private static func link(of task: OpenTask, _ visit: Visit) -> String? {
        switch task.kind {
        case .lookAtRefusedUser: visit.link(.user(id: .value(task.subject.id)))
        case .findLeaversUser: visit.link(.personUser(id: .value(task.subject.id)))
        default: nil
        }
    }

    /// How many are on the roll, for those who may see it.
    private static func rollFigure(_ visit: Visit) async throws -> [HomePage.Figure] {
        guard WhoMay.rollReaders.admits(visit.visitor) else { return [] }
        let reach = try await RollReach(visit)
        let counts = try await visit.work.database.rollCounts().filter(reach.reaches)
        let word = visit.organisation?.pupilWord ?? PupilWord()
        let pupils = counts.filter { $0.kind == .pupil }
        let number = pupils.reduce(0) { $0 + $1.people }
        let silent = pupils.reduce(0) { $0 + $1.withoutConsent }
        let unreadable = pupils.reduce(0) { $0 + $1.withUnreadableConsent }
        let staff = counts.reduce(0) { $0 + $1.people } - number
        var says = "\(staff) staff."
        if silent > 0 { says += " \(silent) without an answer about pictures." }
        if unreadable > 0 { says += " \(unreadable) with one that cannot be read, which is never a yes." }
        return [HomePage.Figure("On the roll", "\(number)", of: number == 1 ? word.one : word.many, says)]
    }
}
