import Foundation
import GRDB
import Governance

extension ReplyOpinion {
    /// What waits on an account, and what was said since an instant; earliest first.
    package static func fetch(
        _ db: Database, on account: Identifier<PostingAccount>, saidSince instant: Date
    ) throws -> [ReplyOpinion] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT id, account, asks, asked, reply, flagged, by, at, goesOut, says, saidBy, saidAt FROM replyOpinion
                WHERE account = ? AND (saidAt IS NULL OR saidAt >= ?) ORDER BY at, id
                """, arguments: [account.text, instant.milliseconds]
        ).map { row in
            guard let asks = Draft.AuthorType(rawValue: row[2]) else {
                throw StoreError.damaged("A reply's row")
            }
            let word = (row[11] as Int64?).map { at in
                Word(
                    goesOut: row[8], says: row[9], by: Identifier(row[10] as String), at: Date(milliseconds: at))
            }
            return ReplyOpinion(
                id: Identifier(row[0]), account: Identifier(row[1]), asks: asks, asked: row[3], reply: row[4],
                flagged: row[5], by: Identifier(row[6]), at: Date(milliseconds: row[7]), word: word)
        }
    }

    /// How long a word counts, in seconds: two weeks, after which what was talked over is asked again.
    package static let counts: TimeInterval = 14 * 86_400
}

extension WriteTransaction {
    /// What waits on an account, and what was said there within the time for which it counts.
    package func replyOpinions(on account: Identifier<PostingAccount>) throws -> [ReplyOpinion] {
        try ReplyOpinion.fetch(db, on: account, saidSince: now - ReplyOpinion.counts)
    }

    package func insert(_ opinion: ReplyOpinion) throws {
        try execute(
            """
            INSERT INTO replyOpinion (id, account, asks, asked, reply, flagged, by, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                opinion.id.text, opinion.account.text, opinion.asks.rawValue, opinion.asked, opinion.reply,
                opinion.flagged, opinion.by.text, opinion.at.milliseconds,
            ])
    }

    package func say(
        of opinion: Identifier<ReplyOpinion>, goesOut: Bool, _ says: String, by user: Identifier<User>
    ) throws {
        try execute(
            "UPDATE replyOpinion SET goesOut = ?, says = ?, saidBy = ?, saidAt = ? WHERE id = ?",
            [goesOut, says, user.text, now.milliseconds, opinion.text])
    }
}
