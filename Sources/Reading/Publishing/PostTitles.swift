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
    static func all(of subjects: some Sequence<RecordSubject>, _ db: Database) throws -> [RecordSubject: PostTitle] {
        var titles: [RecordSubject: PostTitle] = [:]
        for subject in Set(subjects) {
            switch subject.kind {
            case .post:
                let sql = "SELECT content ->> 'text' FROM postDraft WHERE post = ?"
                let text = try String.fetchOne(db.cachedStatement(sql: sql), arguments: [subject.id])
                guard let text else { continue }
                titles[subject] = PostTitle(
                    post: Identifier(subject.id), title: PostDraft.title(of: text), account: nil)
            case .placement:
                let sql = """
                    SELECT post, draft ->> 'text', account.name FROM placement
                    JOIN account ON account.id = placement.account WHERE placement.id = ?
                    """
                let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [subject.id])
                guard let row else { continue }
                titles[subject] = PostTitle(
                    post: Identifier(row[0]), title: PostDraft.title(of: row[1]), account: row[2])
            default: continue
            }
        }
        return titles
    }
}
