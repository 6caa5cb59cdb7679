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
        figures = WhoMay.deciders.admits(visit.visitor) ? try await Self.figures(desk, visit) : []
        paused = try await desk.pausedNote()
    }

    /// What went out in ninety days and what of it came down again, what waits, and what is planned.
    private static func figures(_ desk: PublishingDesk, _ visit: Visit) async throws -> [HomePage.Figure] {
        let today = Day(of: visit.now)
        let schools = desk.reach.sent
        let past = try await desk.work.database.calendar(from: today.adding(days: -90), to: today, schools: schools)
        let ahead = try await desk.work.database.calendar(from: today, to: today.adding(days: 366), schools: schools)
        let out = past.filter { [.published, .ordered, .takenDown].contains($0.state) }
        let down = out.filter { $0.state != .published }.count
        let waiting = ahead.filter { $0.state == .waiting }
        let planned = ahead.filter { [.scheduled, .ready].contains($0.state) }
        let next = { (entries: [CalendarEntry], none: String, some: String) in
            entries.map(\.at).min().map { "\(some) \(When.near($0, now: visit.now))." } ?? none
        }
        return [
            HomePage.Figure(
                "Posts still up, of the last 90 days", "\(out.count - down)", of: "of \(out.count)",
                down == 0 ? "None was taken down." : down == 1 ? "One was taken down." : "\(down) were taken down."),
            HomePage.Figure(
                "Waiting for approval", "\(Set(waiting.map(\.post)).count)",
                next(waiting, "Nobody is kept waiting.", "The first is for")),
            HomePage.Figure(
                "Scheduled", "\(planned.count)",
                next(
                    planned.filter { $0.at > visit.now },
                    planned.isEmpty ? "Nothing is planned." : "Their time has come.", "The next goes out")),
        ]
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
