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
    /// Of somebody who has left: a post that shows them is still out.
    package let isShownOut: Bool
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
    case everyone, never, waiting, no, limited, ending, ended, adults, left
    /// Those whose families are to be asked on paper.
    case onPaper
    /// Of those whose yes has ended, those whom nobody asks at the moment.
    case endedUnasked

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
        case .ended:
            "leftAt IS NULL AND consentStatus IN ('granted', 'restricted', 'no_objection') AND consentUntil < :today"
        case .adults: "leftAt IS NULL AND kind = 'staff' AND consentStatus <> 'not_recorded'"
        case .left:
            """
            leftAt IS NOT NULL AND (consentStatus <> 'not_recorded'
                OR EXISTS (SELECT 1 FROM pictured WHERE pictured.person = person.id))
            """
        case .onPaper:
            """
            leftAt IS NULL AND EXISTS (SELECT 1 FROM pictureRequest
                WHERE pictureRequest.person = person.id AND \(PictureRequest.isForPaper))
            """
        case .endedUnasked:
            """
            \(Self.ended.condition) AND kind = 'pupil'
                AND NOT EXISTS (SELECT 1 FROM pictureRequest AS q WHERE q.person = person.id AND q.closedAt IS NULL)
            """
        }
    }
}

extension OrganisationDatabase {
    /// People by family name, with what is on record about pictures of them.
    /// - Parameters:
    ///   - slugs: the schools' short names; nil: all.
    ///   - form: of one form or class alone; nil: of all.
    ///   - most: nil: all of them.
    package func consentLines(
        _ shown: ConsentShown, ofSchools slugs: Set<String>?, form: String? = nil, named words: String = "",
        most: Int? = nil, after: Int = 0
    ) async throws -> [ConsentLine] {
        let today = Day(of: clock.now)
        return try await readAtLength { db in
            try ConsentLine.fetch(
                db,
                where: """
                    \(shown.condition) AND \(reach)
                        AND (:form IS NULL OR form = :form)
                        AND (given || ' ' || family LIKE :words OR preferred LIKE :words OR number LIKE :words)
                        AND :today <= :soon
                    ORDER BY family COLLATE NOCASE, given COLLATE NOCASE, person.id LIMIT :most OFFSET :after
                    """,
                [
                    "schools": SearchWords.schools(slugs), "form": form, "words": SearchWords.anywhere(words),
                    "today": today.description, "soon": today.adding(days: 30).description, "most": most ?? -1,
                    "after": after,
                ])
        }
    }

    /// Everyone of a list, by family name.
    package func consentPeople(
        _ shown: ConsentShown, ofSchools slugs: Set<String>?
    ) async throws -> [Identifier<Person>] {
        let today = Day(of: clock.now)
        return try await readAtLength { db in
            try db.rows(
                """
                SELECT person.id \(RollEntry.tables) WHERE \(shown.condition) AND \(reach) AND :today <= :soon
                ORDER BY family COLLATE NOCASE, given COLLATE NOCASE, person.id
                """,
                [
                    "schools": SearchWords.schools(slugs), "today": today.description,
                    "soon": today.adding(days: 30).description,
                ]
            ) { (row: Row) -> Identifier<Person>? in Identifier(row[0]) }
        }
    }

    /// How many lines each list has.
    package func consentCounts(ofSchools slugs: Set<String>?) async throws -> [ConsentShown: Int] {
        let today = Day(of: clock.now)
        return try await readAtLength { try ConsentShown.counts($0, ofSchools: slugs, today) }
    }

    /// The forms of schools' pupils, by school and name: two schools of a trust may have a form of one name.
    package func forms(ofSchools slugs: Set<String>?) async throws -> [PupilForm] {
        try await readAtLength { db in
            try db.rows(
                """
                SELECT form, school.slug, count(*) FROM person LEFT JOIN school ON school.id = person.school
                WHERE leftAt IS NULL AND kind = 'pupil' AND form IS NOT NULL AND \(reach)
                GROUP BY school.slug, form ORDER BY school.name COLLATE NOCASE, form COLLATE NOCASE
                """, ["schools": SearchWords.schools(slugs)]
            ) { row in PupilForm(name: row[0], school: row[1], pupils: row[2]) }
        }
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
        try await read { try ConsentLine.fetch($0, where: "person.id = :person", ["person": person.text]).first }
    }

    /// The names of those who answer for each of some pupils, by name.
    package func parentNames(of pupils: [Identifier<Person>]) async throws -> [Identifier<Person>: [String]] {
        try await read { db in
            let rows: [(Identifier<Person>, String)] = try db.rows(
                """
                SELECT pupil, name FROM parent WHERE pupil IN (SELECT value FROM json_each(?))
                ORDER BY name COLLATE NOCASE
                """, [try StoredJSON.text(pupils.map(\.text))]
            ) { row in (Identifier(row[0]), row[1]) }
            return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
        }
    }
}

/// In SQL over `person` and `school`.
private let reach = """
    (:schools IS NULL OR instr(' ' || :schools || ' ', ' ' || school.slug || ' ') > 0
        OR (person.school IS NULL AND kind = 'staff'))
    """

extension ConsentShown {
    /// In one pass over the roll.
    static func counts(
        _ db: Database, ofSchools slugs: Set<String>?, _ today: Day
    ) throws -> [ConsentShown: Int] {
        let each = allCases.map { "count(*) FILTER (WHERE \($0.condition))" }.joined(separator: ", ")
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT \(each) \(RollEntry.tables) WHERE \(reach)"),
            arguments: [
                "schools": SearchWords.schools(slugs), "today": today.description,
                "soon": today.adding(days: 30).description,
            ])
        guard let row else { return [:] }
        return Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, row[$0]) })
    }
}

extension ConsentLine {
    /// Whether mail may reach a parent: one has an address at which the question did not fail.
    private static let hasMail = """
        EXISTS (SELECT 1 FROM parent WHERE parent.pupil = person.id AND parent.email IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM pictureQuestion AS q WHERE q.request = pictureRequest.id
                AND q.email = parent.email AND q.failedAt IS NOT NULL))
        """

    /// However many there are, by the same few statements.
    static func fetch(
        _ db: Database, where condition: String, _ arguments: StatementArguments
    ) throws -> [ConsentLine] {
        let found: [(entry: RollEntry, request: OpenRequest?, hasMail: Bool)] = try db.rows(
            """
            SELECT \(RollEntry.columns), pictureRequest.because AS because, openedAt, askedAt, way, oldEndsOn,
                \(PictureRequest.isInMail) AS isInMail, \(hasMail) AS hasMail
            \(RollEntry.tables)
                LEFT JOIN pictureRequest ON pictureRequest.person = person.id AND pictureRequest.closedAt IS NULL
            WHERE \(condition)
            """, arguments
        ) { row in (RollEntry(row), try OpenRequest(row), row["hasMail"]) }
        let last = try lastAnswers(db, of: found.map(\.entry.id))
        let shown = try RollEntry.shownOut(db, among: found.map(\.entry).filter { $0.leftAt != nil })
        return found.map { one in
            ConsentLine(
                entry: one.entry, request: one.request, hasMail: one.hasMail, last: last[one.entry.id],
                isShownOut: shown.contains(one.entry.id))
        }
    }

    private static func lastAnswers(
        _ db: Database, of people: [Identifier<Person>]
    ) throws -> [Identifier<Person>: ConsentAnswer] {
        let answers = try db.rows(
            """
            SELECT \(ConsentAnswer.columns) FROM consentAnswer WHERE number IN (
                SELECT (SELECT a.number FROM consentAnswer AS a WHERE a.person = value
                    ORDER BY a.saidOn DESC, a.number DESC LIMIT 1) FROM json_each(?))
            """, [try StoredJSON.text(people.map(\.text))], ConsentAnswer.init)
        return Dictionary(uniqueKeysWithValues: answers.map { ($0.person, $0) })
    }
}

extension OpenRequest {
    /// Nil where none is open. Throws where it cannot be read.
    fileprivate init?(_ row: Row) throws {
        guard let because = row["because"] as String? else { return nil }
        guard let because = PictureRequest.Because(rawValue: because), let opened = row["openedAt"] as Int64? else {
            throw StoreError.damaged("Why somebody is asked about pictures")
        }
        self.init(
            openedAt: Date(milliseconds: opened),
            askedAt: (row["askedAt"] as Int64?).map(Date.init(milliseconds:)),
            isOnPaper: row["way"] as String? == PictureRequest.Way.paper.rawValue,
            isInMail: row["isInMail"], because: because,
            oldEndsOn: (row["oldEndsOn"] as String?).flatMap { Day($0) })
    }
}
