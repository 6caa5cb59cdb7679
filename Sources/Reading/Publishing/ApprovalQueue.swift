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
            var posts: [ApprovalTab: Set<Identifier<Post>>] = [:]
            for each in ApprovalTab.allCases { posts[each] = try each.posts(user, authority, since: recent, db) }
            var placements: [Identifier<Post>: [Placement]] = [:]
            for post in posts[tab] ?? [] {
                placements[post] = try Placement.fetch(
                    db, where: "placement.post = :post AND \(tab.condition)",
                    tab.arguments(user, since: recent) + ["post": post.text]
                ).filter { tab != .toDecide || authority.holds(any: PostApproval.roles, at: $0.account.school) }
            }
            var lines = try placements.values.map { try ApprovalLine.of($0, db) }
                .sorted { ($0.due, $0.post) < ($1.due, $1.post) }
            if tab == .decided { lines.reverse() }
            return ApprovalQueue(tab: tab, lines: lines, counts: posts.mapValues(\.count))
        }
    }

    /// The first time to come of the posts that wait for someone's decision; nil when there is none.
    package func firstToDecide(for user: Identifier<User>, with authority: Authority) async throws -> Date? {
        let now = clock.now
        return try await read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT account.school, placement.publishAt FROM \(Placement.tables)
                        WHERE \(ApprovalTab.toDecide.condition) AND placement.publishAt > :now
                        ORDER BY placement.publishAt
                        """), arguments: ["user": user.text, "now": now.milliseconds]
            ).first { authority.holds(any: PostApproval.roles, at: Identifier($0[0])) }
                .map { Date(milliseconds: $0[1]) }
        }
    }
}

extension ApprovalTab {
    /// Whose posts are on the tab, without their lines.
    func posts(
        _ user: Identifier<User>, _ authority: Authority, since: Date, _ db: Database
    ) throws -> Set<Identifier<Post>> {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT DISTINCT placement.post, account.school FROM \(Placement.tables) WHERE \(condition)"),
            arguments: arguments(user, since: since))
        return Set(
            rows.filter { self != .toDecide || authority.holds(any: PostApproval.roles, at: Identifier($0[1])) }
                .map { Identifier($0[0]) })
    }

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
            placement.id IN (SELECT placement FROM placementState WHERE by = :signature AND since >= :since
                AND state IN ('scheduled', 'returned'))
            """
        }
    }

    fileprivate func arguments(_ user: Identifier<User>, since: Date) -> StatementArguments {
        self == .decided
            ? ["signature": Actor.user(user).signature, "since": since.milliseconds] : ["user": user.text]
    }
}

extension ApprovalLine {
    fileprivate static func of(_ placements: [Placement], _ db: Database) throws -> ApprovalLine {
        let first = placements[0]
        let answers = try Answers.fetch(db, of: first.post)
        let decisions = try placements.map { try PlacementDecision.last(of: $0.id, db)?.decision }
        let author = try String.fetchOne(
            db, sql: "SELECT user.name FROM post JOIN user ON user.id = post.author WHERE post.id = ?",
            arguments: [first.post.text])
        let holds = zip(placements, decisions).flatMap { placement, decision in
            answers.unreleased(decision?.findings ?? [], at: placement.account.school).filter {
                $0.basis == .record || !answers.offered(at: placement.account.school).contains($0.key)
            }
        }.reduce(into: [Finding]()) { holds, finding in
            if !holds.contains(where: { $0.key == finding.key }) { holds.append(finding) }
        }
        return ApprovalLine(
            post: first.post, title: PostDraft(text: first.draft.text).title, revision: first.revisionNumber,
            authorName: author ?? "", accounts: placements.map(\.account), state: first.state, since: first.since,
            due: placements.map(\.publishAt).min() ?? first.publishAt,
            verdict: Verdict(decisions.flatMap { $0?.findings ?? [] }.map(\.severity).max()), holds: holds,
            corrections: placements.reduce(into: Set<FindingKey>()) {
                $0.formUnion(answers.offered(at: $1.account.school))
            }.count,
            isFlagged: first.draft.mayHarmStanding)
    }
}
