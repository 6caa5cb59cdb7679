import Foundation
import GRDB
import Governance
import Store

/// A picture that is locked because it may be a crime: that it exists, and what was done; never what it shows.
package struct LockedPicture: Sendable {
    package let picture: StoredPicture
    package let school: Identifier<School>
    package let lockedAt: Date
    /// Nil for somebody who is no user any more.
    package let lockedBy: String?
    package let addedBy: String?
    /// Every place where it was to go or is, and what became of that.
    package let placements: [Placement]
    /// The names of its encrypted files.
    package let files: [String]
}

extension OrganisationDatabase {
    /// Of these schools, the latest first. Nobody but the safeguarding lead is to see them.
    package func lockedPictures(of schools: Set<Identifier<School>>) async throws -> [LockedPicture] {
        try await read { db in
            try StoredPicture.fetch(db, where: StoredPicture.isLocked, []).compactMap { picture in
                let school = try String.fetchOne(
                    db, sql: "SELECT school FROM post WHERE id = ?", arguments: [picture.post.text])
                guard let school, schools.contains(Identifier(school)) else { return nil }
                let locked = try Row.fetchOne(
                    db, sql: EventLine.query + " WHERE event.kind = ? AND event.subjectKind = ? AND event.subject = ?",
                    arguments: [
                        Event.Kind.pictureSealedAway.rawValue, RecordSubject.Kind.picture.rawValue, picture.id.text,
                    ]
                ).map(EventLine.init)
                return LockedPicture(
                    picture: picture, school: Identifier(school), lockedAt: locked?.at ?? picture.addedAt,
                    lockedBy: locked?.actorName,
                    addedBy: try String.fetchOne(
                        db, sql: "SELECT name FROM user WHERE id = ?", arguments: [picture.addedBy.text]),
                    placements: try Placement.fetch(
                        db, where: "placement.id IN (SELECT placement FROM placementPicture WHERE picture = ?)",
                        [picture.id.text]),
                    files: try String.fetchAll(
                        db, sql: "SELECT file FROM pictureFile WHERE picture = ? ORDER BY size",
                        arguments: [picture.id.text]))
            }.sorted { $0.lockedAt > $1.lockedAt }
        }
    }
}
