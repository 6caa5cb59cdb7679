import Foundation
import GRDB
import Governance
import Store

/// A class that has not ended, with how many pupils and staff are in it.
package struct ClassLine: Sendable, Equatable {
    package let ref: String
    package let name: String
    /// The school's short name; nil where it is not known.
    package let school: String?
    package let pupils: Int
    package let staff: Int
}

/// Someone who answers for a pupil, with the pupil.
package struct ParentLine: Sendable, Equatable {
    package let name: String
    package let email: String?
    package let relation: String?
    package let pupil: RollEntry
}

extension OrganisationDatabase {
    /// Classes by name, of some schools or of all, whose name holds the words.
    package func classes(
        ofSchools slugs: Set<String>?, named words: String = "", most: Int, after: Int = 0
    ) async throws -> [ClassLine] {
        try await readAtLength { db in
            try db.rows(
                """
                SELECT class.ref, class.name, school.slug,
                    (SELECT count(*) FROM classMember JOIN person ON person.id = classMember.person
                        WHERE class = class.ref AND kind = 'pupil' AND leftAt IS NULL),
                    (SELECT count(*) FROM classMember JOIN person ON person.id = classMember.person
                        WHERE class = class.ref AND kind = 'staff' AND leftAt IS NULL)
                FROM class LEFT JOIN school ON school.id = class.school
                WHERE endedAt IS NULL AND class.name LIKE :words
                    AND (:schools IS NULL OR instr(' ' || :schools || ' ', ' ' || school.slug || ' ') > 0)
                ORDER BY class.name COLLATE NOCASE, class.ref LIMIT :most OFFSET :after
                """,
                [
                    "words": SearchWords.anywhere(words), "schools": SearchWords.schools(slugs), "most": most,
                    "after": after,
                ]
            ) { row in ClassLine(ref: row[0], name: row[1], school: row[2], pupils: row[3], staff: row[4]) }
        }
    }

    /// One that has not ended; nil when there is none.
    package func schoolClass(_ ref: String) async throws -> (name: String, school: String?)? {
        try await read { db in
            try db.rows(
                """
                SELECT class.name, school.slug FROM class LEFT JOIN school ON school.id = class.school
                WHERE ref = ? AND endedAt IS NULL
                """, [ref]
            ) { row -> (name: String, school: String?)? in (row[0], row[1]) }.first
        }
    }

    /// Who is in it and on the roll: staff first, each by family name.
    package func members(ofClass ref: String) async throws -> [RollEntry] {
        try await read { db in
            try db.rows(
                RollEntry.query + """
                     JOIN classMember ON classMember.person = person.id WHERE classMember.class = ? AND leftAt IS NULL
                    ORDER BY kind DESC, family COLLATE NOCASE, given COLLATE NOCASE, person.id
                    """, [ref], RollEntry.init)
        }
    }

    /// The classes that somebody is in, by name.
    package func classes(of person: Identifier<Person>) async throws -> [(ref: String, name: String)] {
        try await read { db in
            try db.rows(
                """
                SELECT class.ref, class.name FROM classMember JOIN class ON class.ref = classMember.class
                WHERE classMember.person = ? AND endedAt IS NULL ORDER BY class.name COLLATE NOCASE, class.ref
                """, [person.text]
            ) { row -> (ref: String, name: String)? in (row[0], row[1]) }
        }
    }

    /// Who answers for a pupil, by name.
    package func parents(of pupil: RollEntry) async throws -> [ParentLine] {
        try await read { db in
            try db.rows(
                "SELECT name, email, relation FROM parent WHERE pupil = ? ORDER BY name COLLATE NOCASE", [pupil.id.text]
            ) { row in ParentLine(name: row[0], email: row[1], relation: row[2], pupil: pupil) }
        }
    }

    /// Parents by name, of pupils on the roll of some schools or of all, whose name or e-mail address holds the words.
    package func parents(
        ofSchools slugs: Set<String>?, named words: String = "", most: Int, after: Int = 0
    ) async throws -> [ParentLine] {
        try await readAtLength { db in
            try db.rows(
                """
                WITH roll AS (\(RollEntry.query) WHERE leftAt IS NULL
                    AND (:schools IS NULL OR instr(' ' || :schools || ' ', ' ' || school.slug || ' ') > 0))
                SELECT roll.*, parent.name AS parentName, parent.email AS parentEmail, parent.relation AS relation
                FROM parent JOIN roll ON roll.id = parent.pupil
                WHERE parent.name LIKE :words OR parent.email LIKE :words
                ORDER BY parent.name COLLATE NOCASE, parent.pupil LIMIT :most OFFSET :after
                """,
                [
                    "words": SearchWords.anywhere(words), "schools": SearchWords.schools(slugs), "most": most,
                    "after": after,
                ]
            ) { row in
                ParentLine(
                    name: row["parentName"], email: row["parentEmail"], relation: row["relation"], pupil: RollEntry(row)
                )
            }
        }
    }
}

/// What somebody looks for, as SQL compares it.
enum SearchWords {
    /// The words anywhere in a text; what SQL takes for a sign of its own is left out.
    static func anywhere(_ words: String) -> String { "%" + plain(words) + "%" }

    static func atStart(_ words: String) -> String { plain(words) + "%" }

    /// Short names of schools, between spaces; nil: all.
    static func schools(_ slugs: Set<String>?) -> String? { slugs.map { $0.sorted().joined(separator: " ") } }

    private static func plain(_ words: String) -> String { words.replacing("%", with: "").replacing("_", with: "") }
}
