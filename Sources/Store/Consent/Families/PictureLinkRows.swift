import Foundation
import GRDB
import Governance

/// A link with which a parent answers without signing in; it covers every child of its address.
package struct PictureLink: Sendable, Equatable {
    package let email: String
    package let expiresAt: Date

    /// So long it works.
    package static let lasts: TimeInterval = TimeInterval(Consent.daysToAnswer) * 86_400
}

/// A pupil whom a link is about, with the names of those who answer for them at its address; never none.
package struct PictureLinkPupil: Sendable, Equatable {
    package let entry: RollEntry
    package let parents: [String]
    /// How many posts that show somebody who has left are out, never none; nil: they are on the roll.
    package let outSinceLeaving: Int?
}

private let linkThatCounts =
    "SELECT email, expiresAt FROM pictureLink WHERE tokenHash = ? AND usedAt IS NULL AND expiresAt > ?"

private let pupilsOfAddress = """
    WITH mine AS (SELECT pupil, json_group_array(name) AS parentNames FROM parent
            WHERE email = ? GROUP BY pupil),
        roll AS (\(RollEntry.query) WHERE kind = 'pupil')
    SELECT roll.*, mine.parentNames AS parentNames FROM roll JOIN mine ON mine.pupil = roll.id
    ORDER BY leftAt IS NOT NULL, given, roll.id
    """

extension PictureLinkPupil {
    /// The pupils of an address: those on the roll, then whoever has left and is still shown by something that is out.
    fileprivate static func fetch(_ db: Database, at email: String) throws -> [PictureLinkPupil] {
        try db.rows(pupilsOfAddress, [email]) { row -> PictureLinkPupil? in
            let entry = RollEntry(row)
            let names = Data((row["parentNames"] as String).utf8)
            let out = try entry.leftAt == nil ? nil : Placement.fetch(db, showing: entry.id).count { $0.state.isOut }
            guard out != 0 else { return nil }
            return PictureLinkPupil(
                entry: entry, parents: try JSONDecoder().decode([String].self, from: names).sorted(),
                outSinceLeaving: out)
        }
    }
}

extension OrganisationDatabase {
    /// What a link opens, without using it up; nil when it is used, expired or made up.
    package func pictureLink(_ tokenHash: Data) async throws -> (link: PictureLink, pupils: [PictureLinkPupil])? {
        let now = clock.now
        return try await read { db in
            guard
                let row = try Row.fetchOne(db, sql: linkThatCounts, arguments: [tokenHash, now.milliseconds])
            else { return nil }
            let link = PictureLink(email: row[0], expiresAt: Date(milliseconds: row[1]))
            return (link, try PictureLinkPupil.fetch(db, at: link.email))
        }
    }
}

extension WriteTransaction {
    /// A new link for an address. Those made before count until one of them is used: else whoever knows the address could
    /// keep a parent from ever holding one that works.
    package func insertPictureLink(_ tokenHash: Data, for email: String) throws -> Date {
        let end = now + PictureLink.lasts
        try execute(
            "INSERT INTO pictureLink (tokenHash, email, madeAt, expiresAt) VALUES (?, ?, ?, ?)",
            [tokenHash, email, now.milliseconds, end.milliseconds])
        return end
    }

    /// How many links an address was sent within a day.
    package func pictureLinksToday(for email: String) throws -> Int {
        try Int.fetchOne(
            db.cachedStatement(sql: "SELECT count(*) FROM pictureLink WHERE email = ? AND madeAt > ?"),
            arguments: [email, (now - 86_400).milliseconds]) ?? 0
    }

    /// The pupils whom a parent's address is on record for, with those who left and are still shown by something.
    package func pupils(ofParent email: String) throws -> [PictureLinkPupil] {
        try PictureLinkPupil.fetch(db, at: email)
    }

    /// Every link of an address counts no more.
    package func spendPictureLinks(of email: String) throws {
        try execute(
            "UPDATE pictureLink SET usedAt = ? WHERE email = ? AND usedAt IS NULL", [now.milliseconds, email])
    }

    /// Uses a link up, and with it all of its address; nil when it does not count.
    package func usePictureLink(_ tokenHash: Data) throws -> PictureLink? {
        let row = try Row.fetchOne(db, sql: linkThatCounts, arguments: [tokenHash, now.milliseconds])
        guard let row else { return nil }
        let link = PictureLink(email: row[0], expiresAt: Date(milliseconds: row[1]))
        try spendPictureLinks(of: link.email)
        return link
    }
}
