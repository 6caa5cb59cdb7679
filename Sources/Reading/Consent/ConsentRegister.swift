import Foundation
import GRDB
import Governance
import Store

/// One line of the register of consent: somebody on the roll, with what is on record.
package struct ConsentLine: Sendable, Equatable {
    package let entry: RollEntry
    /// Whether somebody is to be asked, and since when; nil: no request is open.
    package let request: OpenRequest?
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
    /// Their consent ends, so they are asked again.
    package let isRenewal: Bool
}

/// Which lines of the register.
package enum ConsentShown: String, Sendable, CaseIterable {
    case everyone, never, waiting, no, limited, ending, adults

    /// In SQL over `person`.
    fileprivate var condition: String {
        switch self {
        case .everyone: "kind = 'pupil'"
        case .never: "kind = 'pupil' AND consentStatus = 'not_recorded' AND picturesAskedOn IS NULL"
        case .waiting:
            "EXISTS (SELECT 1 FROM pictureRequest AS q WHERE q.person = person.id AND q.closedAt IS NULL)"
        case .no: "kind = 'pupil' AND consentStatus IN ('refused', 'withdrawn', 'objected')"
        case .limited: "kind = 'pupil' AND (consentStatus = 'restricted' OR consentChannels IS NOT NULL)"
        case .ending: "consentUntil BETWEEN :today AND :soon"
        case .adults: "kind = 'staff' AND consentStatus <> 'not_recorded'"
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
                     WHERE leftAt IS NULL AND \(shown.condition) AND \(Self.reach)
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
                            WHERE leftAt IS NULL AND \(shown.condition) AND \(Self.reach) AND :today <= :soon
                            """),
                    arguments: [
                        "schools": SearchWords.schools(slugs), "today": today.description,
                        "soon": today.adding(days: 30).description,
                    ])
            }
        }
    }

    /// The forms of a school's pupils, by name.
    package func forms(ofSchools slugs: Set<String>?) async throws -> [String] {
        try await readAtLength { db in
            try String.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT DISTINCT form FROM person LEFT JOIN school ON school.id = person.school
                        WHERE leftAt IS NULL AND kind = 'pupil' AND form IS NOT NULL AND \(Self.reach)
                        ORDER BY form COLLATE NOCASE
                        """), arguments: ["schools": SearchWords.schools(slugs)])
        }
    }

    /// All that was ever said about pictures of somebody, the first answer first.
    package func saidOfPictures(of person: Identifier<Person>) async throws -> [ConsentAnswer] {
        try await read { try ConsentAnswer.fetch($0, of: person) }
    }

    /// One person's line; nil when they are not on the roll.
    package func consentLine(_ person: Identifier<Person>) async throws -> ConsentLine? {
        try await read { db in
            try db.rows(RollEntry.query + " WHERE person.id = ? AND leftAt IS NULL", [person.text], RollEntry.init)
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
            SELECT because, openedAt, askedAt, way FROM pictureRequest WHERE person = ? AND closedAt IS NULL
            """, [entry.id.text]
        ) { row in
            OpenRequest(
                openedAt: Date(milliseconds: row[1]), askedAt: (row[2] as Int64?).map(Date.init(milliseconds:)),
                isOnPaper: row[3] as String? == PictureRequest.Way.paper.rawValue,
                isRenewal: row[0] as String == PictureRequest.Because.ends.rawValue)
        }.first
        let hasMail =
            try Bool.fetchOne(
                db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM parent WHERE pupil = ? AND email IS NOT NULL)"),
                arguments: [entry.id.text]) ?? false
        let last = try db.rows(
            "SELECT \(ConsentAnswer.columns) FROM consentAnswer WHERE person = ? ORDER BY number DESC LIMIT 1",
            [entry.id.text], ConsentAnswer.init
        ).first
        return ConsentLine(entry: entry, request: request, hasMail: hasMail, last: last)
    }
}
