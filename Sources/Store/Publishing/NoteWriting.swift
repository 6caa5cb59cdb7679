import Foundation
import GRDB
import Governance

extension PostNote {
    package static let columns =
        "id, post, revision, fromScalar, toScalar, quote, says, by, at, answer, answeredBy, answeredAt"

    package init(_ row: Row) {
        self.init(
            id: Identifier(row[0]),
            post: Identifier(row[1]),
            revision: row[2],
            from: row[3],
            to: row[4],
            quote: row[5],
            says: row[6],
            by: Identifier(row[7]),
            at: Date(milliseconds: row[8]),
            answer: row[9],
            answeredBy: (row[10] as String?).map(Identifier.init),
            answeredAt: (row[11] as Int64?).map(Date.init(milliseconds:)))
    }
}

extension SecondOpinion {
    package static let columns = "id, post, asks, asked, question, at, answer, answeredAt"

    package init(_ row: Row) {
        self.init(
            id: Identifier(row[0]),
            post: Identifier(row[1]),
            asks: Identifier(row[2]),
            asked: Identifier(row[3]),
            question: row[4],
            at: Date(milliseconds: row[5]),
            answer: row[6],
            answeredAt: (row[7] as Int64?).map(Date.init(milliseconds:)))
    }
}

extension WriteTransaction {
    package func note(_ id: Identifier<PostNote>) throws -> PostNote {
        let row = try Row.fetchOne(
            db, sql: "SELECT \(PostNote.columns) FROM postNote WHERE id = ?", arguments: [id.text])
        guard let row else { throw ActionError.notFound }
        return PostNote(row)
    }

    package func addNote(
        _ id: Identifier<PostNote>, to post: Identifier<Post>, revision: Int, range: Range<Int>?, quote: String?,
        says: String, by user: Identifier<User>
    ) throws {
        try execute(
            """
            INSERT INTO postNote (id, post, revision, fromScalar, toScalar, quote, says, by, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id.text, post.text, revision, range?.lowerBound, range?.upperBound, quote, says, user.text,
                now.milliseconds,
            ])
    }

    package func hasUnansweredNotes(_ post: Identifier<Post>) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM postNote WHERE post = ? AND answer IS NULL)",
            arguments: [post.text]) ?? false
    }

    package func answer(_ note: PostNote, says: String, by user: Identifier<User>) throws {
        try execute(
            "UPDATE postNote SET answer = ?, answeredBy = ?, answeredAt = ? WHERE id = ?",
            [says, user.text, now.milliseconds, note.id.text])
    }

    /// Everyone who was ever asked for a second opinion of a post.
    package func askedForOpinion(of post: Identifier<Post>) throws -> Set<Identifier<User>> {
        Set(
            try String.fetchAll(db, sql: "SELECT asked FROM secondOpinion WHERE post = ?", arguments: [post.text])
                .map(Identifier.init))
    }

    package func secondOpinion(_ id: Identifier<SecondOpinion>) throws -> SecondOpinion {
        let row = try Row.fetchOne(
            db, sql: "SELECT \(SecondOpinion.columns) FROM secondOpinion WHERE id = ?", arguments: [id.text])
        guard let row else { throw ActionError.notFound }
        return SecondOpinion(row)
    }

    package func askSecondOpinion(
        _ id: Identifier<SecondOpinion>, on post: Identifier<Post>, asks: Identifier<User>, asked: Identifier<User>,
        question: String
    ) throws {
        try execute(
            "INSERT INTO secondOpinion (id, post, asks, asked, question, at) VALUES (?, ?, ?, ?, ?, ?)",
            [id.text, post.text, asks.text, asked.text, question, now.milliseconds])
    }

    package func answer(_ opinion: SecondOpinion, says: String) throws {
        try execute(
            "UPDATE secondOpinion SET answer = ?, answeredAt = ? WHERE id = ?",
            [says, now.milliseconds, opinion.id.text])
    }
}
