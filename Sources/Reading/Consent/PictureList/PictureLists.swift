import Foundation
import GRDB
import Governance
import Store

/// One who must not be published, or not everywhere.
package struct PictureListLine: Sendable, Equatable {
    package let entry: RollEntry
    /// The places that are shut; never empty.
    package let shut: [Consent.Channel]
    /// Of which version of the list their line is; nil: older than the list.
    package let version: Int?
    package let since: Date?
}

/// Who among those who post knows a list, and who does not.
package struct PictureListReader: Sendable, Equatable {
    package let user: User
    package let version: Int
}

extension OrganisationDatabase {
    package func pictureList(at school: Identifier<School>) async throws -> PictureList {
        try await read { try PictureList.fetch($0, at: school) }
    }

    /// The version of a school's list that somebody said they know; 0: none.
    package func knownPictureList(of user: Identifier<User>, at school: Identifier<School>) async throws -> Int {
        try await read { try PictureList.known($0, to: user, at: school) }
    }

    /// Everyone on a school's list, by family name.
    package func pictureListLines(at school: Identifier<School>) async throws -> [PictureListLine] {
        let today = Day(of: clock.now)
        return try await readAtLength { db in
            try db.rows(
                """
                WITH roll AS (\(RollEntry.query) WHERE leftAt IS NULL AND person.school = :school
                    AND (consentStatus IN ('refused', 'withdrawn', 'restricted', 'objected')
                        OR consentChannels IS NOT NULL OR consentWithdrawnOn IS NOT NULL))
                SELECT roll.*,
                    (SELECT max(version) FROM pictureListChange WHERE person = roll.id AND school = :school) AS version,
                    (SELECT max(at) FROM pictureListChange WHERE person = roll.id AND school = :school) AS changedAt
                FROM roll ORDER BY family COLLATE NOCASE, given COLLATE NOCASE, roll.id
                """, ["school": school.text]
            ) { row -> PictureListLine? in
                let entry = RollEntry(row)
                let shut = entry.person.consent.shut(on: today)
                guard !shut.isEmpty else { return nil }
                return PictureListLine(
                    entry: entry, shut: shut, version: row["version"],
                    since: (row["changedAt"] as Int64?).map(Date.init(milliseconds:)))
            }
        }
    }

    /// How many pupils of a school stand on no list and may be refused all the same: of whom nothing is on record, and whose
    /// yes has ended.
    package func besidePictureList(
        at school: Identifier<School>
    ) async throws -> (silent: Int, ended: Int, all: Int) {
        let today = Day(of: clock.now)
        return try await read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT count(*) FILTER (WHERE consentStatus = 'not_recorded'),
                        count(*) FILTER (WHERE consentStatus IN ('granted', 'no_objection') AND consentUntil < :today),
                        count(*)
                    FROM person WHERE leftAt IS NULL AND kind = 'pupil' AND school = :school
                    """, arguments: ["school": school.text, "today": today.description])
            return (row?[0] ?? 0, row?[1] ?? 0, row?[2] ?? 0)
        }
    }

    /// Visitors who object, by family name.
    package func visitorObjections(at school: Identifier<School>) async throws -> [VisitorObjection] {
        try await read { try VisitorObjection.fetch($0, at: school) }
    }

    package func visitorObjection(_ id: Identifier<VisitorObjection>) async throws -> VisitorObjection? {
        try await read { try VisitorObjection.fetch($0, id) }
    }

    /// Whoever writes posts at a school, by name, with the version of the list that they know.
    package func pictureListReaders(at school: Identifier<School>) async throws -> [PictureListReader] {
        let now = clock.now
        let roles = "[" + PublishingRoles.writing.map { "\"\($0.rawValue)\"" }.joined(separator: ",") + "]"
        return try await readAtLength { db in
            try db.rows(
                """
                SELECT \(User.columns), (SELECT max(version) FROM pictureListKnown AS k
                    WHERE k.user = user.id AND k.school = :school) AS knownVersion
                FROM user WHERE endedAt IS NULL AND EXISTS (SELECT 1 FROM roleGrant AS g
                    WHERE g.user = user.id AND (g.school IS NULL OR g.school = :school)
                        AND g.role IN (SELECT value FROM json_each(:roles))
                        AND g.beginsAt <= :now AND (g.endsAt IS NULL OR g.endsAt > :now))
                ORDER BY name COLLATE NOCASE
                """, ["school": school.text, "roles": roles, "now": now.milliseconds]
            ) { row in PictureListReader(user: try User(row), version: row["knownVersion"] ?? 0) }
        }
    }
}
