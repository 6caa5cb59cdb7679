import Foundation
import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// People on the roll by family name, of some schools (and staff of none) or of all, whose full name holds the words,
    /// or whose name, reference or form begins with them; at most so many, after so many that come before them.
    package func rollEntries(
        ofSchools slugs: Set<String>? = nil, kind: Person.Kind? = nil, named words: String = "", most: Int = 200,
        after: Int = 0
    ) async throws -> [RollEntry] {
        return try await readAtLength { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: RollEntry.query + """
                         WHERE leftAt IS NULL AND (:schools IS NULL
                            OR instr(' ' || :schools || ' ', ' ' || school.slug || ' ') > 0
                            OR person.school IS NULL AND kind = 'staff')
                            AND (:kind IS NULL OR kind = :kind)
                            AND (given || ' ' || family LIKE :anywhere OR preferred LIKE :words OR number LIKE :words
                                OR form LIKE :words)
                        ORDER BY family COLLATE NOCASE, given COLLATE NOCASE, person.id LIMIT :most OFFSET :after
                        """),
                arguments: [
                    "schools": SearchWords.schools(slugs), "kind": kind?.rawValue,
                    "words": SearchWords.atStart(words), "anywhere": SearchWords.anywhere(words), "most": most,
                    "after": after,
                ]
            ).map(RollEntry.init)
        }
    }

    package func rollEntry(_ id: Identifier<Person>) async throws -> RollEntry? {
        try await read { db in
            try Row.fetchOne(
                db.cachedStatement(sql: RollEntry.query + " WHERE person.id = ?"), arguments: [id.text]
            ).map(RollEntry.init)
        }
    }

    /// How many are on the roll, by school's short name and kind; people of no one school under nil.
    package func rollCounts() async throws -> [RollCount] {
        try await readAtLength { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT school.slug, kind, count(*), sum(consentStatus = 'not_recorded'),
                        sum(consentStatus = 'unreadable')
                    FROM person LEFT JOIN school ON school.id = person.school
                    WHERE leftAt IS NULL GROUP BY person.school, kind ORDER BY school.name, kind
                    """
            ).map { row in
                RollCount(
                    school: row[0], kind: Person.Kind(rawValue: row[1]) ?? .pupil, people: row[2],
                    withoutConsent: row[3], withUnreadableConsent: row[4])
            }
        }
    }
}

/// How many people of one kind a school has on the roll.
package struct RollCount: Sendable, Equatable {
    package let school: String?
    package let kind: Person.Kind
    package let people: Int
    package let withoutConsent: Int
    package let withUnreadableConsent: Int
}
