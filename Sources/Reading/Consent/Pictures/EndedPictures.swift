import Foundation
import GRDB
import Governance
import Store

/// A picture that was destroyed or locked because it must not exist: that it was, and whether what looks like it is taken in.
package struct EndedPicture: Sendable {
    package let picture: StoredPicture
    package let school: Identifier<School>
    package let endedAt: Date
    /// Nil for somebody who is no user any more.
    package let endedBy: String?
    package let addedBy: String?
    /// Since when what looks like it is taken in; nil: it is refused.
    package let likesLetInAt: Date?
}

extension OrganisationDatabase {
    /// Of every school, the latest first.
    package func endedPictures() async throws -> [EndedPicture] {
        try await read { db in
            try StoredPicture.fetch(db, where: StoredPicture.isEnded, []).compactMap { picture in
                guard
                    let known = try Row.fetchOne(
                        db,
                        sql: """
                            SELECT post.school, user.name, picture.likesLetInAt FROM picture
                            JOIN post ON post.id = picture.post LEFT JOIN user ON user.id = picture.addedBy
                            WHERE picture.id = ?
                            """, arguments: [picture.id.text])
                else { return nil }
                let ended = try Row.fetchOne(
                    db,
                    sql: EventLine.query
                        + " WHERE event.kind IN (?, ?) AND event.subjectKind = ? AND event.subject = ?",
                    arguments: [
                        Event.Kind.pictureDestroyed.rawValue, Event.Kind.pictureSealedAway.rawValue,
                        RecordSubject.Kind.picture.rawValue, picture.id.text,
                    ]
                ).map(EventLine.init)
                return EndedPicture(
                    picture: picture, school: Identifier(known[0] as String), endedAt: ended?.at ?? picture.addedAt,
                    endedBy: ended?.actorName, addedBy: known[1],
                    likesLetInAt: (known[2] as Int64?).map { Date(milliseconds: $0) })
            }.sorted { $0.endedAt > $1.endedAt }
        }
    }
}
