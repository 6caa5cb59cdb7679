import Actions
import Foundation
import Governance
import Reading

/// The first page's parts about posts: mine, by state; and how the school's stand.
struct PublishingAtHome {
    let states: [HomePage.PostState]
    let posts: [HomePage.PostLine]
    let figures: [HomePage.Figure]
    let paused: Note?

    init(for visit: Visit) async throws {
        let desk = try PublishingDesk(visit)
        let database = desk.work.database
        let link = { (state: String) in
            visit.link(.posts) + "?state=\(state)&author=\(desk.me.user.id.text)"
        }
        if WhoMay.writers.admits(visit.visitor) {
            let counts = try await database.counts(ofPostsBy: desk.me.user.id)
            let shown: [PlacementState] = [
                .returned, .stopped, .expired, .waiting, .scheduled, .ready, .ordered, .published,
            ]
            states =
                (counts.drafts > 0 ? [HomePage.PostState(counts.drafts, link("draft"), .draft)] : [])
                + shown.filter { counts[$0] > 0 }.map {
                    HomePage.PostState(counts[$0], link($0.rawValue), Tag($0, mine: true))
                }
            var filter = PostFilter()
            filter.author = desk.me.user.id
            filter.pageSize = 5
            posts = try await database.posts(filter).lines.map { HomePage.PostLine($0, in: visit) }
        } else {
            states = []
            posts = []
        }
        figures = WhoMay.deciders.admits(visit.visitor) ? try await Self.figures(desk) : []
        paused = try await desk.pausedNote()
    }

    /// What went out in ninety days and what of it came down again, what waits, and what is planned.
    private static func figures(_ desk: PublishingDesk) async throws -> [HomePage.Figure] {
        let visit = desk.visit
        let today = Day(of: visit.now)
        let all = try await desk.work.database.calendar(
            from: today.adding(days: -90), to: today.adding(days: 366), schools: desk.reach.sent)
        let out = all.filter { [.published, .ordered, .takenDown].contains($0.state) }
        let down = out.filter { $0.state != .published }.count
        return [
            HomePage.Figure(
                "Posts still up, of the last 90 days", "\(out.count - down)", of: "of \(out.count)",
                down == 0 ? "None was taken down." : down == 1 ? "One was taken down." : "\(down) were taken down."),
            try await waiting(desk, all), planned(all, now: visit.now),
        ]
    }

    /// For whoever decides posts the number that Approvals has; for others all posts that wait.
    private static func waiting(_ desk: PublishingDesk, _ all: [CalendarEntry]) async throws -> HomePage.Figure {
        let now = desk.visit.now
        if WhoMay.roles(Set(PostApproval.roles)).admits(desk.visit.visitor) {
            let queue = try await desk.work.database.approvals(
                .toDecide, for: desk.me.user.id, with: desk.me.authority)
            return HomePage.Figure(
                "For you to decide", "\(queue.lines.count)",
                first(queue.lines.map(\.due), now, none: "Nobody is kept waiting.", some: "The first is for"))
        }
        let waiting = all.filter { $0.state == .waiting }
        return HomePage.Figure(
            "Waiting for a decision", "\(Set(waiting.map(\.post)).count)",
            first(waiting.map(\.at), now, none: "Nobody is kept waiting.", some: "The first is for"))
    }

    private static func planned(_ all: [CalendarEntry], now: Date) -> HomePage.Figure {
        let scheduled = all.filter { $0.state == .scheduled }
        let ready = all.filter { $0.state == .ready }.count
        let byHand =
            ready == 0
            ? "" : ready == 1 ? "One waits to be published by hand." : "\(ready) wait to be published by hand."
        let next = first(
            scheduled.map(\.at), now, none: ready == 0 ? "Nothing is planned." : "", some: "The next goes out")
        return HomePage.Figure(
            "Planned", "\(scheduled.count + ready)", [byHand, next].filter { !$0.isEmpty }.joined(separator: " "))
    }

    /// A sentence with the first time to come; the time of what is late is not to come.
    private static func first(_ times: [Date], _ now: Date, none: String, some: String) -> String {
        guard !times.isEmpty else { return none }
        guard let next = times.filter({ $0 > now }).min() else { return "" }
        return "\(some) \(When.near(next, now: now))."
    }
}

extension HomePage.PostLine {
    init(_ post: Reading.PostLine, in visit: Visit) {
        let state = post.places.map(\.state).first { $0 != .superseded }
        let time = post.places.map(\.publishAt).min()
        let accounts = post.places.map(\.account)
        let isDraft = state == nil && !post.isDiscarded
        let when =
            time.map { "For \(When.near($0, now: visit.now))." }
            ?? "Saved \(When.near(post.savedAt, now: visit.now))."
        self.init(
            post.title, visit.link(isDraft ? .editPost(.value(post.id.text)) : .post(.value(post.id.text))),
            post.isDiscarded ? Tag(.withdrawn) : state.map { Tag($0, mine: true) } ?? .draft,
            (accounts.isEmpty ? "" : accounts.joined(separator: ", ") + ". ") + when)
    }
}
