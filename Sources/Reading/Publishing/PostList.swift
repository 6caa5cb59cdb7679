import Foundation
import GRDB
import Governance
import Store

/// What to list of the posts. An empty filter lists everything.
package struct PostFilter: Sendable, Equatable {
    /// Posts with a place in one of these states; empty: any.
    package var states: Set<PlacementState> = []
    /// Posts of which nothing is under way or out.
    package var draftsOnly = false
    package var account: Identifier<PostingAccount>?
    package var author: Identifier<User>?
    /// Only what someone may read; nil: every post.
    package var reach: PostReach?
    /// Words, compared without case or accents.
    package var text = ""
    /// By the time of publication, planned or done, else of the last save; both inclusive.
    package var from: Day?
    package var to: Day?
    /// From 1.
    package var page = 1
    package var pageSize = 25

    package init() {}
}

/// One page of a list of posts.
package struct PostPage: Sendable, Equatable {
    package let lines: [PostLine]
    package let total: Int
    package let page: Int
    package let pages: Int
}

/// One post in a list.
package struct PostLine: Sendable, Equatable {
    package let id: Identifier<Post>
    package let title: String
    package let school: Identifier<School>
    package let author: Identifier<User>
    package let authorName: String
    package let savedAt: Date
    /// The last revision's places; empty for a draft that was never sent.
    package let places: [Place]
    package let revision: Int?
    package let isDiscarded: Bool

    package struct Place: Sendable, Equatable {
        package let placement: Identifier<Placement>
        package let account: String
        package let network: Network
        package let state: PlacementState
        package let publishAt: Date
    }

    /// Nothing of it is under way or out.
    package var isDraft: Bool { !isDiscarded && places.allSatisfy { $0.state == .superseded } }
}

extension OrganisationDatabase {
    /// The posts that the filter keeps, those with the latest time first.
    package func posts(_ filter: PostFilter = PostFilter()) async throws -> PostPage {
        try await read { try PostPage.fetch(filter, $0) }
    }
}

extension PostPage {
    static func fetch(_ filter: PostFilter, _ db: Database) throws -> PostPage {
        let (condition, arguments) = try filter.sql()
        let total =
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM \(PostFilter.tables) WHERE \(condition)", arguments: arguments) ?? 0
        let size = min(max(filter.pageSize, 1), 200)
        let pages = max(1, (total + size - 1) / size)
        let page = min(max(filter.page, 1), pages)
        let lines = try PostLine.fetch(filter, after: (page - 1) * size, most: size, db)
        return PostPage(lines: lines, total: total, page: page, pages: pages)
    }
}

/// Posts by state, for the head of a list.
package struct PostCounts: Sendable, Equatable {
    package let drafts: Int
    package let states: [PlacementState: Int]

    package subscript(state: PlacementState) -> Int { states[state] ?? 0 }

    static func of(_ author: Identifier<User>, _ db: Database) throws -> PostCounts {
        let counts = try db.rows(
            """
            SELECT placementState.state, count(DISTINCT placement.post) FROM placement
            JOIN placementState ON placementState.placement = placement.id AND placementState.until IS NULL
            JOIN post ON post.id = placement.post WHERE post.author = ? GROUP BY 1
            """, [author.text]
        ) { row in (try PlacementState(kept: row[0]), row[1] as Int) }
        let states = Dictionary(counts, uniquingKeysWith: { first, _ in first })
        let sql = "SELECT count(*) FROM \(PostFilter.tables) WHERE post.author = ? AND \(PostFilter.isDraft)"
        let drafts = try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [author.text])
        return PostCounts(drafts: drafts ?? 0, states: states)
    }
}

extension PostFilter {
    static let tables = "post JOIN postDraft ON postDraft.post = post.id JOIN user ON user.id = post.author"
    static let time =
        "coalesce((SELECT max(publishAt) FROM placement WHERE placement.post = post.id), postDraft.savedAt)"
    static let isDraft = """
        postDraft.discardedAt IS NULL AND NOT EXISTS (SELECT 1 FROM placement
            JOIN placementState ON placementState.placement = placement.id AND placementState.until IS NULL
            WHERE placement.post = post.id AND placementState.state <> 'superseded')
        """

    /// Whether nothing but the author narrows it: every first page asks so.
    fileprivate var isOfAnAuthorAlone: Bool {
        var plain = PostFilter()
        (plain.author, plain.page, plain.pageSize) = (author, page, pageSize)
        return self == plain
    }

    fileprivate func sql() throws -> (String, StatementArguments) {
        var conditions = ["1"]
        var arguments = StatementArguments()
        if let author {
            conditions.append("post.author = ?")
            arguments += [author.text]
        }
        if draftsOnly { conditions.append(Self.isDraft) }
        if !states.isEmpty || account != nil {
            conditions.append(placeCondition)
            for state in states.map(\.rawValue).sorted() { arguments += [state] }
            if let account { arguments += [account.text] }
        }
        if let reach {
            let (condition, schools) = Self.reached(by: reach)
            conditions.append(condition)
            arguments += schools
        }
        for word in Evidence.normalised(text).split(separator: " ").prefix(8) {
            conditions.append("instr(postDraft.words, ?) > 0")
            arguments += [String(word)]
        }
        if let from {
            conditions.append("\(Self.time) >= ?")
            arguments += [from.start().milliseconds]
        }
        if let to {
            conditions.append("\(Self.time) < ?")
            arguments += [to.adding(days: 1).start().milliseconds]
        }
        return (conditions.joined(separator: " AND "), arguments)
    }

    private static func reached(by reach: PostReach) -> (String, StatementArguments) {
        var condition = """
            (post.author = ? OR post.keeper = ? OR EXISTS (
                SELECT 1 FROM secondOpinion WHERE secondOpinion.post = post.id AND secondOpinion.asked = ?)
            """
        var arguments: StatementArguments = [reach.reader.text, reach.reader.text, reach.reader.text]
        let wasSent = "EXISTS (SELECT 1 FROM revision WHERE revision.post = post.id)"
        for (kind, schools) in [(wasSent, reach.sent), ("NOT " + wasSent, reach.drafts)] {
            guard case .only(let schools) = schools else {
                condition += " OR \(kind)"
                continue
            }
            let marks = schools.map { _ in "?" }.joined(separator: ",")
            condition += """
                 OR \(kind) AND (post.school IN (\(marks)) OR EXISTS (
                    SELECT 1 FROM placement JOIN account ON account.id = placement.account
                    WHERE placement.post = post.id AND account.school IN (\(marks))))
                """
            let texts = schools.sorted().map(\.text)
            arguments += StatementArguments(texts + texts)
        }
        return (condition + ")", arguments)
    }

    private var placeCondition: String {
        let stated = states.isEmpty ? "<> 'superseded'" : "IN (\(states.map { _ in "?" }.joined(separator: ",")))"
        let placed = """
            EXISTS (SELECT 1 FROM placement
                JOIN placementState ON placementState.placement = placement.id AND placementState.until IS NULL
                WHERE placement.post = post.id AND placementState.state \(stated)
                    \(account == nil ? "" : "AND placement.account = ?"))
            """
        return placed
    }
}

extension PostLine {
    /// Some of what the filter keeps. Which ones is settled first, so that only their texts are read.
    static func fetch(_ filter: PostFilter, after: Int = 0, most: Int, _ db: Database) throws -> [PostLine] {
        let (condition, arguments) = try filter.sql()
        return try db.rows(
            """
            WITH kept(post, time) AS (
                SELECT post.id, \(PostFilter.time) FROM \(PostFilter.tables) WHERE \(condition)
                ORDER BY 2 DESC, 1 LIMIT ? OFFSET ?
            )
            SELECT post.id, postDraft.content ->> 'text', post.school, post.author, user.name,
                postDraft.savedAt, postDraft.discardedAt IS NOT NULL,
                (SELECT max(number) FROM revision WHERE revision.post = post.id)
            FROM kept JOIN post ON post.id = kept.post JOIN postDraft ON postDraft.post = post.id
            JOIN user ON user.id = post.author ORDER BY kept.time DESC, post.id
            """, arguments + [most, after], isOneOfFew: filter.isOfAnAuthorAlone
        ) { row in
            PostLine(
                id: Identifier(row[0]), title: PostDraft.title(of: row[1]), school: Identifier(row[2]),
                author: Identifier(row[3]), authorName: row[4], savedAt: Date(milliseconds: row[5]),
                places: try Place.fetch(db, of: row[0]), revision: row[7], isDiscarded: row[6])
        }
    }
}

extension PostLine.Place {
    /// The places of a post's last revision, earliest first.
    fileprivate static func fetch(_ db: Database, of post: String) throws -> [Self] {
        try db.rows(
            """
            SELECT placement.id, account.name, account.network, placementState.state, placement.publishAt
            FROM \(Placement.tables)
            WHERE placement.post = ?1 AND revision.number = (SELECT max(number) FROM revision WHERE post = ?1)
            ORDER BY placement.publishAt, account.name, placement.id
            """, [post]
        ) { row in
            guard let network = Network(rawValue: row[2]), let state = PlacementState(rawValue: row[3]) else {
                throw StoreError.damaged("A placement's row")
            }
            return Self(
                placement: Identifier(row[0]), account: row[1], network: network, state: state,
                publishAt: Date(milliseconds: row[4]))
        }
    }
}
