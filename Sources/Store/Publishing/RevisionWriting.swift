import Foundation
import GRDB
import Governance

extension WriteTransaction {
    /// The last revision that was sent; nil before the first.
    package func lastRevision(of post: Identifier<Post>) throws -> Revision? {
        try Row.fetchOne(
            db, sql: "SELECT \(Revision.columns) FROM revision WHERE post = ? ORDER BY number DESC LIMIT 1",
            arguments: [post.text]
        ).map(Revision.init)
    }

    package func insert(_ revision: Revision, draftVersion: Int) throws {
        try execute(
            """
            INSERT INTO revision (id, post, number, content, draftVersion, writers, sentBy, sentAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                revision.id.text, revision.post.text, revision.number, try StoredJSON.text(revision.content),
                draftVersion, try StoredJSON.text(revision.writers.sorted()), revision.sentBy.text,
                revision.sentAt.milliseconds,
            ])
    }
}

extension Revision {
    /// The columns that `init(_:)` reads, in its order; of the table `revision`.
    package static let columns =
        "revision.id, revision.post, revision.number, revision.content, revision.writers, "
        + "revision.sentBy, revision.sentAt"

    package init(_ row: Row) throws {
        self.init(
            id: Identifier(row[0]), post: Identifier(row[1]), number: row[2], content: try StoredJSON.value(row[3]),
            writers: try StoredJSON.value(row[4]), sentBy: Identifier(row[5]), sentAt: Date(milliseconds: row[6]))
    }
}
