import Foundation
import GRDB
import Governance

extension FollowingCompared {
    /// Nil: never.
    package static func fetch(_ db: Database, of account: Identifier<PostingAccount>) throws -> FollowingCompared? {
        guard
            let row = try Row.fetchOne(
                db, sql: "SELECT at, followed FROM followingCompared WHERE account = ?", arguments: [account.text])
        else { return nil }
        let learners = try Row.fetchAll(
            db, sql: "SELECT handle, name, foundAt FROM followedLearner WHERE account = ? ORDER BY handle",
            arguments: [account.text]
        ).map {
            FollowedLearner(account: account, handle: $0[0], name: $0[1], foundAt: Date(milliseconds: $0[2]))
        }
        return FollowingCompared(at: Date(milliseconds: row[0]), followed: row[1], learners: learners)
    }
}

extension FollowingLooked {
    /// Nil: nobody has said so yet.
    package static func fetch(_ db: Database, of account: Identifier<PostingAccount>) throws -> FollowingLooked? {
        try Row.fetchOne(
            db, sql: "SELECT at, by, foundSome FROM followingLooked WHERE account = ?", arguments: [account.text]
        ).map { FollowingLooked(at: Date(milliseconds: $0[0]), by: Identifier($0[1]), foundSome: $0[2]) }
    }
}

extension WriteTransaction {
    /// Puts the look of now in the place of the last one.
    package func noteLooked(
        whomFollows account: Identifier<PostingAccount>, by user: Identifier<User>, foundSome: Bool
    ) throws {
        try execute(
            """
            INSERT INTO followingLooked (account, at, by, foundSome) VALUES (?, ?, ?, ?)
            ON CONFLICT (account) DO UPDATE SET at = excluded.at, by = excluded.by, foundSome = excluded.foundSome
            """, [account.text, now.milliseconds, user.text, foundSome])
    }

    package func followingCompared(of account: Identifier<PostingAccount>) throws -> FollowingCompared? {
        try FollowingCompared.fetch(db, of: account)
    }

    /// Puts what was found in the place of what was found before.
    package func write(
        _ learners: [FollowedLearner], of account: Identifier<PostingAccount>, followed: Int
    ) throws {
        try execute("DELETE FROM followedLearner WHERE account = ?", [account.text])
        for one in learners {
            try execute(
                "INSERT INTO followedLearner (account, handle, name, foundAt) VALUES (?, ?, ?, ?)",
                [account.text, one.handle, one.name, one.foundAt.milliseconds])
        }
        try execute(
            """
            INSERT INTO followingCompared (account, at, followed) VALUES (?, ?, ?)
            ON CONFLICT (account) DO UPDATE SET at = excluded.at, followed = excluded.followed
            """,
            [account.text, now.milliseconds, followed])
    }
}

extension Bookkeeping {
    /// Compared once more, and it found what it had found before: nothing of it has changed, so it needs no event.
    package func noteCompared(_ account: Identifier<PostingAccount>, followed: Int) throws {
        try db.execute(
            sql: "UPDATE followingCompared SET at = ?, followed = ? WHERE account = ?",
            arguments: [now.milliseconds, followed, account.text])
    }
}
