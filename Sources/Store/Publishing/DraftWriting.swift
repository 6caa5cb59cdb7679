import Foundation
import GRDB
import Governance

extension SavedDraft {
    /// The columns that `init(_:)` reads, in its order.
    package static let columns = "version, content, writers, savedAt, savedBy, discardedAt"

    package init(_ row: Row) throws {
        try self.init(
            version: row[0],
            content: StoredJSON.value(row[1]),
            writers: StoredJSON.value(row[2]),
            savedAt: Date(milliseconds: row[3]),
            savedBy: Identifier(row[4]),
            discardedAt: (row[5] as Int64?).map(Date.init(milliseconds:)))
    }
}

extension WriteTransaction {
    package func draft(of post: Identifier<Post>) throws -> SavedDraft {
        let row = try Row.fetchOne(
            db, sql: "SELECT \(SavedDraft.columns) FROM postDraft WHERE post = ?",
            arguments: [post.text])
        guard let row else { throw ActionError.notFound }
        return try SavedDraft(row)
    }

    /// Keeps what was written; the caller has compared the version.
    package func save(
        _ content: PostDraft, of post: Identifier<Post>, version: Int, writers: Set<Identifier<User>>,
        by user: Identifier<User>
    ) throws {
        try execute(
            """
            INSERT INTO postDraft (post, version, content, words, writers, savedAt, savedBy)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (post) DO UPDATE SET version = excluded.version, content = excluded.content,
                words = excluded.words, writers = excluded.writers, savedAt = excluded.savedAt,
                savedBy = excluded.savedBy
            """,
            [
                post.text, version, try StoredJSON.text(content), content.words,
                try StoredJSON.text(writers.sorted()), now.milliseconds, user.text,
            ])
        for picture in content.pictures { try keepPeople(of: picture) }
    }

    package func discardDraft(of post: Identifier<Post>) throws {
        try execute("UPDATE postDraft SET discardedAt = ? WHERE post = ?", [now.milliseconds, post.text])
    }
}

extension PostDraft {
    /// Everything a search looks through, folded.
    package var words: String {
        Evidence.normalised(
            ([text] + places.compactMap(\.text) + links + labels + pictures.compactMap(\.alt)).joined(separator: "\n"))
    }
}
