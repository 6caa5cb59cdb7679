import Foundation
import GRDB
import Governance

/// A picture that was destroyed or locked, as what is brought later is compared with it.
package struct EndedLooks: Sendable {
    package let looks: PictureLooks
    package let school: Identifier<School>
    /// Somebody who may said that pictures that look like it are others.
    package let letsLikesIn: Bool
}

let looksOfEnded = """
    SELECT picture.fingerprint, picture.width, picture.height, picture.digest, picture.likesLetInAt, post.school
    FROM picture JOIN post ON post.id = picture.post WHERE \(StoredPicture.isEnded)
    """

extension WriteTransaction {
    /// What those look like that were destroyed because they must not exist, or are locked.
    package func looksThatMustNotBe() throws -> [EndedLooks] {
        try Row.fetchAll(db.cachedStatement(sql: looksOfEnded)).map { row in
            EndedLooks(
                looks: PictureLooks(fingerprint: row[0], width: row[1], height: row[2], digest: row[3]),
                school: Identifier(row[5]), letsLikesIn: (row[4] as Int64?) != nil)
        }
    }

    /// The pictures that can be seen and most likely are the same as this one, in whatever post. It costs what pictures
    /// there are: it is asked only when one must not exist.
    package func lookalikes(of picture: StoredPicture) throws -> [StoredPicture] {
        let looks = picture.looks
        let near = try db.rows(
            "SELECT id, fingerprint, width, height, digest FROM picture WHERE state = 'ready' AND id <> ?",
            [picture.id.text]
        ) { (row: Row) -> String? in
            let its = PictureLooks(fingerprint: row[1], width: row[2], height: row[3], digest: row[4])
            return looks.isLike(its) ? row[0] : nil
        }
        return try near.map { try self.picture(Identifier($0)) }
    }

    /// It does not go out until a person has looked at it.
    package func hold(_ picture: Identifier<StoredPicture>) throws {
        try execute("UPDATE picture SET heldAt = ? WHERE id = ?", [now.milliseconds, picture.text])
    }

    /// A person has looked at it.
    package func release(_ picture: Identifier<StoredPicture>) throws {
        try execute("UPDATE picture SET heldAt = NULL WHERE id = ?", [picture.text])
    }

    /// Whether what looks like one that was destroyed or locked is taken in at its school, or refused again.
    package func letLikesIn(_ picture: Identifier<StoredPicture>, _ isLetIn: Bool) throws {
        try execute(
            "UPDATE picture SET likesLetInAt = ? WHERE id = ?", [isLetIn ? now.milliseconds : nil, picture.text])
    }

    /// Since when that is so; nil: it is refused.
    package func likesLetIn(_ picture: Identifier<StoredPicture>) throws -> Date? {
        try Int64.fetchOne(db, sql: "SELECT likesLetInAt FROM picture WHERE id = ?", arguments: [picture.text])
            .map { Date(milliseconds: $0) }
    }
}
