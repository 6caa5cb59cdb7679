import Actions
import Foundation
import Governance
import Reading

/// Deciding: the lists, one post, its held findings, its corrections, and the decision.
enum ApprovalRoutes {
    static let all: [Route] = [
        .get(.approvals, .deciders, list),
        .get(.approval(.any), .deciders) { visit in .page(try await ApprovalDesk(visit).page()) },
        .post(.approval(.any), .deciders, .form) { visit in try await ApprovalDesk(visit).decide() },
        .post(.approvalReleases(.any), .deciders, .form) { visit in try await ApprovalDesk(visit).release() },
        .post(.approvalCorrections(.any), .deciders, .form) { visit in try await ApprovalDesk(visit).settle() },
    ]

    @Sendable private static func list(_ visit: Visit) async throws -> Reply {
        let desk = try PublishingDesk(visit)
        let tab = ApprovalTab(rawValue: visit.query["list"]) ?? .toDecide
        let queue = try await desk.work.database.approvals(tab, for: desk.me.user.id, with: desk.me.authority)
        return .page(
            Page(
                "Approvals", tabs: ApprovalsPage.tabs(queue.counts, current: tab, in: visit), room: .approvals,
                ApprovalsPage(
                    queue.lines.map { ApprovalEntry($0, in: visit, current: false) },
                    blank: tab.blank(calendar: visit.link(.calendar)), note: try await desk.decidedNote())))
    }
}

extension ApprovalEntry {
    /// A line of the queue, with the time that is left.
    init(_ line: ApprovalLine, in visit: Visit, current: Bool) {
        let left = line.due.timeIntervalSince(visit.now)
        let isOpen = line.state == .waiting
        let target: SiteURL = isOpen ? .approval(.value(line.post.text)) : .post(.value(line.post.text))
        let accounts = line.accounts.map(\.name).joined(separator: ", ")
        self.init(
            link: visit.link(target), current: current,
            left: isOpen ? Self.left(left, due: line.due, now: visit.now) : When.near(line.since, now: visit.now),
            leftTone: isOpen && left < 2 * 3600 ? .hold : nil, title: line.title,
            small: "\(line.authorName). \(accounts)", tag: line.tag)
    }

    private static func left(_ seconds: TimeInterval, due: Date, now: Date) -> String {
        guard seconds > 0 else { return "Its time has passed" }
        guard seconds < 6 * 3600 else {
            let when = When.near(due, now: now)
            return when.capitalisedFirst
        }
        let minutes = Int(seconds / 60)
        return minutes < 60 ? "\(minutes) min left" : "\(minutes / 60) h \(minutes % 60) min left"
    }
}

extension ApprovalLine {
    /// What it needs, in a word.
    fileprivate var tag: Tag {
        guard state == .waiting else { return Tag(state) }
        if !holds.isEmpty { return Tag(.hold, "\(holds.count) to release") }
        if corrections > 0 { return Tag(.warn, "\(corrections) to confirm") }
        return verdict == .warn ? Tag(.warn) : Tag(.clear, "Clear")
    }
}
