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

extension OrganisationDatabase {
    /// What tasks about posts and placements are called; those about other things are left out.
    package func postTitles(of subjects: [RecordSubject]) async throws -> [RecordSubject: PostTitle] {
        try await read { db in
            var titles: [RecordSubject: PostTitle] = [:]
            for subject in Set(subjects) {
                switch subject.kind {
                case .post:
                    let text = try String.fetchOne(
                        db, sql: "SELECT content FROM postDraft WHERE post = ?", arguments: [subject.id])
                    guard let text else { continue }
                    let content: PostDraft = try StoredJSON.value(text)
                    titles[subject] = PostTitle(post: Identifier(subject.id), title: content.title, account: nil)
                case .placement:
                    guard let placement = try Placement.fetch(db, where: "placement.id = ?", [subject.id]).first else {
                        continue
                    }
                    titles[subject] = PostTitle(
                        post: placement.post, title: PostDraft(text: placement.draft.text).title,
                        account: placement.account.name)
                default: continue
                }
            }
            return titles
        }
    }
}
