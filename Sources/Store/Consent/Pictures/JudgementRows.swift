import Foundation
import GRDB
import Governance

extension WriteTransaction {
    /// Somebody has judged a picture; a later judgement of the same side stands in the place of an earlier.
    package func keepJudgement(
        of picture: Identifier<StoredPicture>, side: PictureJudgement.Side, by user: Identifier<User>
    ) throws {
        try execute(
            """
            INSERT INTO pictureJudgement (picture, side, by, at) VALUES (?, ?, ?, ?)
            ON CONFLICT (picture, side) DO UPDATE SET by = excluded.by, at = excluded.at
            """, [picture.text, side.rawValue, user.text, now.milliseconds])
    }

    /// Nobody has judged it any more: who is in it was changed.
    package func forgetJudgements(of picture: Identifier<StoredPicture>) throws {
        try execute("DELETE FROM pictureJudgement WHERE picture = ?", [picture.text])
    }

    package func judgements(of post: Identifier<Post>) throws -> [PictureJudgement] {
        try PictureJudgement.fetch(db, of: post)
    }
}

extension OrganisationDatabase {
    package func judgements(of post: Identifier<Post>) async throws -> [PictureJudgement] {
        try await read { db in try PictureJudgement.fetch(db, of: post) }
    }
}

extension PictureJudgement {
    package static func fetch(_ db: Database, of post: Identifier<Post>) throws -> [PictureJudgement] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT pictureJudgement.picture, side, by, at FROM pictureJudgement
                JOIN picture ON picture.id = pictureJudgement.picture WHERE picture.post = ? ORDER BY at
                """, arguments: [post.text]
        ).map { row in
            guard let side = Side(rawValue: row[1]) else { throw StoreError.damaged("A picture's judgement") }
            return PictureJudgement(
                picture: Identifier(row[0]), side: side, by: Identifier(row[2]), at: Date(milliseconds: row[3]))
        }
    }
}
