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
        for id in ids[.post] ?? [] {
            let found = try db.rows("SELECT content ->> 'text' FROM postDraft WHERE post = ?", [id]) { row in
                PostTitle(post: Identifier(id), title: PostDraft.title(of: row[0]), account: nil)
            }
            titles[RecordSubject(.post, id)] = found.first
        }
        for id in ids[.placement] ?? [] {
            let sql = """
                SELECT post, draft ->> 'text', account.name FROM placement
                JOIN account ON account.id = placement.account WHERE placement.id = ?
                """
            let found = try db.rows(sql, [id]) { row in
                PostTitle(post: Identifier(row[0]), title: PostDraft.title(of: row[1]), account: row[2])
            }
            titles[RecordSubject(.placement, id)] = found.first
        }
        return titles
    }
}
