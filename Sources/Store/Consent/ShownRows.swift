import Foundation
import GRDB
import Governance

extension Placement {
    /// Every placement with a picture of somebody, whatever became of it, the latest first.
    package static func fetch(_ db: Database, showing person: Identifier<Person>) throws -> [Placement] {
        try fetch(
            db,
            where: """
                placement.id IN (SELECT placement FROM placementPicture
                    JOIN pictured ON pictured.picture = placementPicture.picture WHERE pictured.person = ?)
                """, [person.text]
        ).reversed()
    }
}

extension WriteTransaction {
    /// The same, within a change.
    package func placements(showing person: Identifier<Person>) throws -> [Placement] {
        try Placement.fetch(db, showing: person)
    }

    /// Posts whose draft has a picture of somebody and is not on its way.
    package func unsentDrafts(showing person: Identifier<Person>) throws -> [Post] {
        try db.rows(Post.draftsShowing, [person.text]) { (row: Row) -> Identifier<Post>? in Identifier(row[0]) }
            .map { try post($0) }
    }
}

extension Post {
    /// Identifiers of the posts whose draft has a picture of somebody, is not thrown away and not on its way or out.
    package static let draftsShowing = drafts(
        with: "picture.id IN (SELECT pictured.picture FROM pictured WHERE pictured.person = ?)")

    /// The same of pictures that fulfil a condition in SQL.
    static func drafts(with condition: String) -> String {
        """
        SELECT DISTINCT picture.post FROM picture
            JOIN postDraft ON postDraft.post = picture.post AND postDraft.discardedAt IS NULL
        WHERE \(condition) AND picture.state = 'ready'
            AND NOT EXISTS (SELECT 1 FROM placement JOIN placementState
                ON placementState.placement = placement.id AND placementState.until IS NULL
                WHERE placement.post = picture.post AND state IN ('waiting', 'scheduled', 'sending', 'ready', 'published',
                    'ordered', 'taken-down'))
        ORDER BY picture.post
        """
    }
}
