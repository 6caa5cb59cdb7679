import Foundation
import GRDB
import Governance
import Store

/// One line of the register of consent: somebody on the roll, with what is on record.
package struct ConsentLine: Sendable, Equatable {
    package let entry: RollEntry
    /// Whether somebody is to be asked, and since when; nil: no request is open.
    package let request: OpenRequest?
    /// Whether an address of a parent is on record that mail may reach.
    package let hasMail: Bool
    /// The last answer.
    package let last: ConsentAnswer?
}

/// That somebody is to be asked about pictures, until they answer.
package struct OpenRequest: Sendable, Equatable {
    package let openedAt: Date
    /// When the question went out; nil: it has not.
    package let askedAt: Date?
    package let isOnPaper: Bool
    /// A mail with the question waits to go out.
    package let isInMail: Bool
    package let because: PictureRequest.Because
    /// The last day on which the answer of before stands; nil: until there is a new one.
    package let oldEndsOn: Day?

    /// They came into another phase of schooling, so they are asked again.
    package var isOfPhase: Bool { because == .phase }
    /// They are to be asked on paper.
    package var isForPaper: Bool { askedAt == nil && !isInMail }
}

/// A form or class of a school's pupils.
package struct PupilForm: Sendable, Hashable {
    package let name: String
    /// The school's short name.
    package let school: String
    package let pupils: Int
}

/// Which lines of the register.
package enum ConsentShown: String, Sendable, CaseIterable {
    case everyone, never, waiting, no, limited, ending, adults, left

    /// In SQL over `person`.
    fileprivate var condition: String {
        switch self {
        case .everyone: "leftAt IS NULL AND kind = 'pupil'"
        case .never:
            "leftAt IS NULL AND kind = 'pupil' AND consentStatus = 'not_recorded' AND picturesAskedOn IS NULL"
        case .waiting:
            """
            leftAt IS NULL
                AND EXISTS (SELECT 1 FROM pictureRequest AS q WHERE q.person = person.id AND q.closedAt IS NULL)
            """
        case .no: "leftAt IS NULL AND kind = 'pupil' AND consentStatus IN ('refused', 'withdrawn', 'objected')"
        case .limited:
            "leftAt IS NULL AND kind = 'pupil' AND (consentStatus = 'restricted' OR consentChannels IS NOT NULL)"
        case .ending: "leftAt IS NULL AND consentUntil BETWEEN :today AND :soon"
        case .adults: "leftAt IS NULL AND kind = 'staff' AND consentStatus <> 'not_recorded'"
        case .left:
            """
            leftAt IS NOT NULL AND (consentStatus <> 'not_recorded'
                OR EXISTS (SELECT 1 FROM pictured WHERE pictured.person = person.id))
            """
        }
    }
}

extension OrganisationDatabase {
    /// People by family name, with what is on record about pictures of them.
    /// - Parameters:
    ///   - slugs: the schools' short names; nil: all.
    ///   - form: of one form or class alone; nil: of all.
    package func consentLines(
        _ shown: ConsentShown, ofSchools slugs: Set<String>?, form: String? = nil, named words: String = "",
        most: Int, after: Int = 0
    ) async throws -> [ConsentLine] {
        let today = Day(of: clock.now)
        return try await readAtLength { db in
            try db.rows(
                RollEntry.query + """
                     WHERE \(shown.condition) AND \(Self.reach)
                        AND (:form IS NULL OR form = :form)
                        AND (given || ' ' || family LIKE :words OR preferred LIKE :words OR number LIKE :words)
                        AND :today <= :soon
                    ORDER BY family COLLATE NOCASE, given COLLATE NOCASE, person.id LIMIT :most OFFSET :after
                    """,
                [
                    "schools": SearchWords.schools(slugs), "form": form, "words": SearchWords.anywhere(words),
                    "today": today.description, "soon": today.adding(days: 30).description, "most": most,
                    "after": after,
                ], RollEntry.init
            ).map { try Self.line($0, db) }
        }
    }

    /// How many lines each list has.
    package func consentCounts(ofSchools slugs: Set<String>?) async throws -> [ConsentShown: Int] {
        let today = Day(of: clock.now)
        return try await readAtLength { db in
            try ConsentShown.allCases.reduce(into: [:]) { counts, shown in
                counts[shown] = try Int.fetchOne(
                    db.cachedStatement(
                        sql: """
                            SELECT count(*) FROM person LEFT JOIN school ON school.id = person.school
                            WHERE \(shown.condition) AND \(Self.reach) AND :today <= :soon
                            """),
                    arguments: [
                        "schools": SearchWords.schools(slugs), "today": today.description,
                        "soon": today.adding(days: 30).description,
                    ])
            }
        }
    }

    /// The forms of schools' pupils, by school and name: two schools of a trust may have a form of one name.
    package func forms(ofSchools slugs: Set<String>?) async throws -> [PupilForm] {
        try await readAtLength { db in
            try db.rows(
                """
                SELECT form, school.slug, count(*) FROM person LEFT JOIN school ON school.id = person.school
                WHERE leftAt IS NULL AND kind = 'pupil' AND form IS NOT NULL AND \(Self.reach)
                GROUP BY school.slug, form ORDER BY school.name COLLATE NOCASE, form COLLATE NOCASE
                """, ["schools": SearchWords.schools(slugs)]
            ) { row in PupilForm(name: row[0], school: row[1], pupils: row[2]) }
        }
    }

    /// How many placements are out with a picture of somebody.
    package func picturesOut(of person: Identifier<Person>) async throws -> Int {
        try await read { try Placement.fetch($0, showing: person).count { $0.state.isOut } }
    }

    /// All that was ever said about pictures of somebody, the first answer first.
    package func saidOfPictures(of person: Identifier<Person>) async throws -> [ConsentAnswer] {
        try await read { try ConsentAnswer.fetch($0, of: person) }
    }

    /// The names of a pupil's parents, and of whoever was one or answered as one; empty where none is on record.
    package func parentsEver(of pupil: Identifier<Person>) async throws -> [String] {
        try await read { try ConsentAnswer.parentsEver($0, of: pupil) }
    }

    /// One person's line, also of somebody who has left; nil when there is nobody.
    package func consentLine(_ person: Identifier<Person>) async throws -> ConsentLine? {
        try await read { db in
            try db.rows(RollEntry.query + " WHERE person.id = ?", [person.text], RollEntry.init)
                .first.map { try Self.line($0, db) }
        }
    }

    private static let reach = """
        (:schools IS NULL OR instr(' ' || :schools || ' ', ' ' || school.slug || ' ') > 0
            OR (person.school IS NULL AND kind = 'staff'))
        """

    private static func line(_ entry: RollEntry, _ db: Database) throws -> ConsentLine {
        let request = try db.rows(
            """
            SELECT because, openedAt, askedAt, way, oldEndsOn,
                EXISTS (SELECT 1 FROM pictureQuestion AS q
                    WHERE q.request = pictureRequest.id AND deliveredAt IS NULL AND failedAt IS NULL)
            FROM pictureRequest WHERE person = ? AND closedAt IS NULL
            """, [entry.id.text]
        ) { row in
            OpenRequest(
                openedAt: Date(milliseconds: row[1]), askedAt: (row[2] as Int64?).map(Date.init(milliseconds:)),
                isOnPaper: row[3] as String? == PictureRequest.Way.paper.rawValue,
                isInMail: row[5], because: PictureRequest.Because(rawValue: row[0]) ?? .office,
                oldEndsOn: (row[4] as String?).flatMap { Day($0) })
        }.first
        let hasMail =
            try Bool.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT EXISTS (SELECT 1 FROM parent WHERE pupil = ?1 AND email IS NOT NULL
                            AND NOT EXISTS (SELECT 1 FROM pictureQuestion AS q
                                JOIN pictureRequest AS r ON r.id = q.request
                                WHERE r.person = ?1 AND r.closedAt IS NULL AND q.email = parent.email
                                    AND q.failedAt IS NOT NULL))
                        """), arguments: [entry.id.text]) ?? false
        let last = try db.rows(
            "SELECT \(ConsentAnswer.columns) FROM consentAnswer WHERE person = ? ORDER BY saidOn DESC, number DESC LIMIT 1",
            [entry.id.text], ConsentAnswer.init
        ).first
        return ConsentLine(entry: entry, request: request, hasMail: hasMail, last: last)
    }
}
