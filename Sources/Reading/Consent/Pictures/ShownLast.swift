import Foundation
import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// Who was chosen from the roll in the pictures of the post that a user wrote last at a school, of those in which
    /// somebody was, by their references; none where nobody was in the last twenty.
    package func shownLast(
        by author: Identifier<User>, at school: Identifier<School>, besides post: Identifier<Post>
    ) async throws -> [String] {
        try await read { db in
            let drafts = try String.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT content FROM postDraft JOIN (SELECT id FROM post
                                WHERE author = ? AND school = ? AND id <> ? ORDER BY startedAt DESC LIMIT 20) AS own
                            ON own.id = postDraft.post
                        WHERE json_array_length(content, '$.pictures') > 0 ORDER BY savedAt DESC
                        """), arguments: [author.text, school.text, post.text])
            for draft in drafts {
                let content: PostDraft = try StoredJSON.value(draft)
                let people = content.pictures.flatMap { $0.people ?? [] }
                if !people.isEmpty { return people }
            }
            return []
        }
    }
}
