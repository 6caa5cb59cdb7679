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

    init(_ home: HomeRead, for visit: Visit) async throws {
        let desk = try PublishingDesk(visit)
        let link = { (state: String) in
            visit.link(.posts) + "?state=\(state)&author=\(desk.me.user.id.text)"
        }
        states =
            home.written.map { written in
                (written.counts.drafts > 0
                    ? [HomePage.PostState(written.counts.drafts, link("draft"), .draft)] : [])
                    + Self.shown.filter { written.counts[$0] > 0 }.map {
                        HomePage.PostState(written.counts[$0], link($0.rawValue), Tag($0, mine: true))
                    }
            } ?? []
        posts = home.written?.latest.map { HomePage.PostLine($0, in: visit) } ?? []
        figures = WhoMay.deciders.admits(visit.visitor) ? try await Self.figures(desk, home.waiting.toDecide) : []
        paused = desk.note(of: home.pauses)
    }

    private static let shown: [PlacementState] = [
        .returned, .stopped, .expired, .waiting, .scheduled, .ready, .sending, .ordered, .published,
    ]

    /// What went out in ninety days and what of it came down again, what waits, and what is planned.
    private static func figures(_ desk: PublishingDesk, _ toDecide: Int) async throws -> [HomePage.Figure] {
        let visit = desk.visit
        let today = Day(of: visit.now)
        let all = try await desk.work.database.postingFigures(
            from: today.adding(days: -90), to: today.adding(days: 366), within: desk.reach.sent)
        let up = all[.published]?.placements ?? 0
        let (coming, down) = (all[.ordered]?.placements ?? 0, all[.takenDown]?.placements ?? 0)
        let came = down == 0 ? "None was taken down" : down == 1 ? "One was taken down" : "\(down) were taken down"
        return [
            HomePage.Figure(
                "Still up, of what went out in 90 days", "\(up + coming)", of: "of \(up + coming + down)",
                came + (coming == 0 ? "." : ", \(coming) still to come down.")),
            try await waiting(desk, toDecide, all), planned(all, now: visit.now),
        ]
    }

    /// For whoever decides posts the number that Approvals has; for others all posts that wait.
    private static func waiting(
        _ desk: PublishingDesk, _ number: Int, _ all: [PlacementState: PostingFigure]
    ) async throws -> HomePage.Figure {
        let now = desk.visit.now
        if WhoMay.roles(Set(PostApproval.roles)).admits(desk.visit.visitor) {
            let (user, authority) = (desk.me.user.id, desk.me.authority)
            let due = number == 0 ? nil : try await desk.work.database.firstToDecide(for: user, with: authority)
            return HomePage.Figure(
                "For you to decide", "\(number)",
                number == 0 ? "Nobody is kept waiting." : sentence("The first is for", due, now))
        }
        let waiting = all[.waiting]
        return HomePage.Figure(
            "Waiting for a decision", "\(waiting?.posts ?? 0)",
            waiting == nil ? "Nobody is kept waiting." : sentence("The first is for", waiting?.next, now))
    }

    private static func planned(_ all: [PlacementState: PostingFigure], now: Date) -> HomePage.Figure {
        let scheduled = all[.scheduled]
        let ready = all[.ready]?.placements ?? 0
        let byHand =
            ready == 0
            ? "" : ready == 1 ? "One waits to be published by hand." : "\(ready) wait to be published by hand."
        let next =
            scheduled == nil
            ? (ready == 0 ? "Nothing is planned." : "") : sentence("The next goes out", scheduled?.next, now)
        return HomePage.Figure(
            "Planned", "\((scheduled?.placements ?? 0) + ready)",
            [byHand, next].filter { !$0.isEmpty }.joined(separator: " "))
    }

    /// The time of what is late is not to come.
    private static func sentence(_ words: String, _ next: Date?, _ now: Date) -> String {
        next.map { "\(words) \(When.near($0, now: now))." } ?? ""
    }
}

extension HomePage.PostLine {
    init(_ post: Reading.PostLine, in visit: Visit) {
        let state = post.places.map(\.state).first { $0 != .superseded }
        let time = post.places.map(\.publishAt).min()
        let accounts = post.places.map(\.account)
        let when =
            time.map { "For \(When.near($0, now: visit.now))." }
            ?? "Saved \(When.near(post.savedAt, now: visit.now))."
        self.init(
            post.title, visit.link(post.isDraft ? .editPost(.value(post.id.text)) : .post(.value(post.id.text))),
            post.isDiscarded ? Tag(.withdrawn) : state.map { Tag($0, mine: true) } ?? .draft,
            (accounts.isEmpty ? "" : accounts.joined(separator: ", ") + ". ") + when)
    }
}
