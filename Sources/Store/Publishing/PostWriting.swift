import Foundation
import GRDB
import Governance

extension WriteTransaction {
    package func post(_ id: Identifier<Post>) throws -> Post {
        let row = try Row.fetchOne(
            db, sql: "SELECT id, school, author, keeper, startedAt FROM post WHERE id = ?", arguments: [id.text])
        guard let row else { throw ActionError.notFound }
        return Post(row)
    }

    package func insert(_ post: Post) throws {
        try execute(
            "INSERT INTO post (id, school, author, keeper, startedAt) VALUES (?, ?, ?, ?, ?)",
            [post.id.text, post.school.text, post.author.text, post.keeper.text, post.startedAt.milliseconds])
    }

    /// Posts that this user keeps.
    package func posts(keptBy user: Identifier<User>) throws -> [Post] {
        try Row.fetchAll(
            db, sql: "SELECT id, school, author, keeper, startedAt FROM post WHERE keeper = ? ORDER BY startedAt, id",
            arguments: [user.text]
        ).map(Post.init)
    }

    package func handOn(_ post: Identifier<Post>, to user: Identifier<User>) throws {
        try execute("UPDATE post SET keeper = ? WHERE id = ?", [user.text, post.text])
    }
}

extension Post {
    /// From the columns id, school, author, keeper, startedAt.
    package init(_ row: Row) {
        self.init(
            id: Identifier(row[0]), school: Identifier(row[1]), author: Identifier(row[2]),
            keeper: Identifier(row[3]), startedAt: Date(milliseconds: row[4]))
    }
}
