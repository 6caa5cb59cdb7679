import GRDB
import Governance
import Store

/// A post as a task names it.
package struct PostTitle: Sendable, Equatable {
    package let post: Identifier<Post>
    package let title: String
    /// The account, when the task is about one placement.
    package let account: String?
}

extension PostTitle {
    /// What tasks and messages about posts and placements are called; those about other things are left out.
    static func all(of subjects: [RecordSubject], _ db: Database) throws -> [RecordSubject: PostTitle] {
        let ids = Dictionary(grouping: Set(subjects), by: \.kind).mapValues { $0.map(\.id) }
        var titles: [RecordSubject: PostTitle] = [:]
        if let posts = ids[.post] {
            let sql = "SELECT post, content ->> 'text' FROM postDraft WHERE post IN (SELECT value FROM json_each(?))"
            for row in try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [try StoredJSON.text(posts)]) {
                let title = PostTitle(post: Identifier(row[0]), title: PostDraft.title(of: row[1]), account: nil)
                titles[RecordSubject(.post, row[0] as String)] = title
            }
        }
        if let placements = ids[.placement] {
            let sql = """
                SELECT placement.id, post, draft ->> 'text', account.name FROM placement
                JOIN account ON account.id = placement.account WHERE placement.id IN (SELECT value FROM json_each(?))
                """
            for row in try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [try StoredJSON.text(placements)]) {
                let title = PostTitle(post: Identifier(row[1]), title: PostDraft.title(of: row[2]), account: row[3])
                titles[RecordSubject(.placement, row[0] as String)] = title
            }
        }
        return titles
    }
}
