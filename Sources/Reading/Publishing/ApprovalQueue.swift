import Foundation
import GRDB
import Governance
import Store

/// The tabs of the approvals page.
package enum ApprovalTab: String, Sendable, CaseIterable {
    case toDecide = "to-decide"
    case sentByMe = "sent-by-me"
    case returned
    case expired
    case decided
}

/// One post on the approvals page.
package struct ApprovalLine: Sendable, Equatable {
    package let post: Identifier<Post>
    package let title: String
    package let revision: Int
    package let authorName: String
    package let accounts: [PostingAccount]
    package let state: PlacementState
    package let since: Date
    /// Before this it is decided, or expires.
    package let due: Date
    package let verdict: Verdict
    /// Held findings that nobody has released, with the role that each waits for.
    package let holds: [Finding]
    /// Corrections that wait for a yes or no.
    package let corrections: Int
    package let isFlagged: Bool
}

/// The approvals page for one person: the lines of one tab, and how many each has.
package struct ApprovalQueue: Sendable, Equatable {
    package let tab: ApprovalTab
    package let lines: [ApprovalLine]
    package let counts: [ApprovalTab: Int]
}

extension OrganisationDatabase {
    /// - Parameter authority: what the reader may do now; a post written by them is never theirs to decide.
    package func approvals(
        _ tab: ApprovalTab, for user: Identifier<User>, with authority: Authority
    ) async throws -> ApprovalQueue {
        let recent = clock.now - 30 * 86_400
        return try await read { db in
            var counts: [ApprovalTab: Int] = [:]
            var lines: [ApprovalLine] = []
            for each in ApprovalTab.allCases {
                let placements = try Placement.fetch(db, where: each.condition, each.arguments(user, since: recent))
                    .filter { each != .toDecide || authority.holds(any: PostApproval.roles, at: $0.account.school) }
                let posts = Dictionary(grouping: placements, by: \.post)
                counts[each] = posts.count
                guard each == tab else { continue }
                lines = try posts.values.map { try ApprovalLine.of($0, db) }
                    .sorted { ($0.due, $0.post) < ($1.due, $1.post) }
                if tab == .decided { lines.reverse() }
            }
            return ApprovalQueue(tab: tab, lines: lines, counts: counts)
        }
    }
}

extension ApprovalTab {
    fileprivate var condition: String {
        let mine = "placement.post IN (SELECT id FROM post WHERE author = :user)"
        return switch self {
        case .toDecide:
            """
            placementState.state = 'waiting' AND placement.post NOT IN (SELECT id FROM post WHERE author = :user)
            AND NOT EXISTS (SELECT 1 FROM json_each(revision.writers) WHERE value = :user)
            """
        case .sentByMe: "placementState.state = 'waiting' AND \(mine)"
        case .returned: "placementState.state = 'returned' AND \(mine)"
        case .expired: "placementState.state = 'expired' AND \(mine)"
        case .decided:
            """
            EXISTS (SELECT 1 FROM placementState AS decided WHERE decided.placement = placement.id
                AND decided.state IN ('scheduled', 'returned') AND decided.by = 'user:' || :user
                AND decided.since >= :since)
            """
        }
    }

    fileprivate func arguments(_ user: Identifier<User>, since: Date) -> StatementArguments {
        self == .decided ? ["user": user.text, "since": since.milliseconds] : ["user": user.text]
    }
}

extension ApprovalLine {
    fileprivate static func of(_ placements: [Placement], _ db: Database) throws -> ApprovalLine {
        let first = placements[0]
        let answers = try Answers.fetch(db, of: first.post)
        let decisions = try placements.compactMap { try PlacementDecision.last(of: $0.id, db)?.decision }
        let author = try String.fetchOne(
            db, sql: "SELECT user.name FROM post JOIN user ON user.id = post.author WHERE post.id = ?",
            arguments: [first.post.text])
        let released = Set(answers.releases.map(\.finding))
        let corrected = Set(answers.confirmed.map(\.finding))
        var holds: [Finding] = []
        for finding in decisions.flatMap(\.findings) where finding.severity == .hold {
            guard !released.contains(finding.key), finding.basis == .record || !corrected.contains(finding.key),
                !holds.contains(where: { $0.key == finding.key })
            else { continue }
            holds.append(finding)
        }
        return ApprovalLine(
            post: first.post, title: PostDraft(text: first.draft.text).title, revision: first.revisionNumber,
            authorName: author ?? "", accounts: placements.map(\.account), state: first.state, since: first.since,
            due: placements.map(\.publishAt).min() ?? first.publishAt,
            verdict: Verdict(decisions.flatMap(\.findings).map(\.severity).max()), holds: holds,
            corrections: answers.offered.count,
            isFlagged: first.draft.mayHarmStanding)
    }
}
