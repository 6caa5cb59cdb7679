import Foundation
import GRDB
import Governance
import Store

/// A post as anybody may read it: its words, when it went out, and where it stands. No author, no picture: a picture on a
/// website is another purpose than one on a social network, and has its own consent. What stands on an account that is closed,
/// or that only its members read, is not among them.
package struct NewsItem: Sendable, Equatable {
    package let placement: Identifier<Placement>
    package let school: Identifier<School>
    package let schoolName: String
    package let text: String
    package let at: Date
    /// Where it was published, each with its address where one is known.
    package var places: [Place]

    package struct Place: Sendable, Equatable {
        package let account: String
        package let address: String?
    }
}

/// A page of what a school has published.
package struct NewsSheet: Sendable, Equatable {
    /// The latest first.
    package var items: [NewsItem] = []
    /// How many posts are out in all.
    package var count = 0
}

extension OrganisationDatabase {
    /// What is out now at these schools, the latest first: a post that is out on several accounts stands once, with each of
    /// its wordings. Costs what is out in all, by an index, and the posts of one page.
    package func news(of schools: [Identifier<School>], from first: Int = 0, most: Int) async throws -> NewsSheet {
        try await readAtLength { db in
            let all: StatementArguments = [try StoredJSON.text(schools.map(\.text))]
            let count =
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM (SELECT 1 \(NewsSheet.out) GROUP BY post, school)", arguments: all)
                ?? 0
            let posts = try Row.fetchAll(
                db,
                sql: """
                    SELECT post, school, (SELECT name FROM school AS s WHERE s.id = school) \(NewsSheet.out)
                    GROUP BY post, school ORDER BY max(at) DESC, post LIMIT ? OFFSET ?
                    """, arguments: all + [most, first])
            return NewsSheet(items: try posts.flatMap { try NewsItem.wordings(of: $0, db) }, count: count)
        }
    }
}

extension NewsSheet {
    /// Every placement that is out, with its post, its school and when it went out.
    fileprivate static let out = """
        FROM (SELECT placement.post AS post, account.school AS school, publication.at AS at FROM publication
            JOIN placementState ON placementState.placement = publication.placement
                AND placementState.until IS NULL AND placementState.state = 'published'
            JOIN placement ON placement.id = publication.placement
            JOIN account ON account.id = placement.account
            WHERE account.school IN (SELECT value FROM json_each(?)) AND \(forAnybody))
        """

    /// An account in use that is not said to be for its members alone: what those read is not for everybody.
    fileprivate static let forAnybody =
        "account.state <> 'closed' AND coalesce(json_extract(account.details, '$.openness'), 'open') = 'open'"
}

extension NewsItem {
    /// The wordings of one post at one school, each with where it stands.
    fileprivate static func wordings(of post: Row, _ db: Database) throws -> [NewsItem] {
        var items: [NewsItem] = []
        let here =
            "placement.post = ? AND account.school = ? AND placementState.state = 'published' "
            + "AND \(NewsSheet.forAnybody)"
        for placement in try Placement.fetch(db, where: here, [post[0] as String, post[1] as String]) {
            guard let publication = try Publication.of(placement.id, db) else { continue }
            let place = Place(account: placement.account.name, address: publication.proof.address)
            let words = placement.draft.text
            if let same = items.firstIndex(where: { $0.text == words }) {
                items[same].places.append(place)
            } else {
                items.append(
                    NewsItem(
                        placement: placement.id, school: placement.account.school, schoolName: post[2], text: words,
                        at: publication.at, places: [place]))
            }
        }
        return items
    }
}
