import Foundation
import GRDB
import Governance

/// That somebody is to be asked about pictures, until they answer.
package struct PictureRequest: Sendable, Equatable {
    package enum Because: String, Sendable { case joined, ends, phase, office }
    package enum Way: String, Sendable { case link, paper }
    package let person: Identifier<Person>
    package let because: Because
    package let openedAt: Date
    /// When the question went out; nil: it has not.
    package let askedAt: Date?
    package let way: Way?

    /// In SQL over `pictureRequest`: a mail with the question waits to go out.
    package static let isInMail = """
        EXISTS (SELECT 1 FROM pictureQuestion AS q
            WHERE q.request = pictureRequest.id AND q.deliveredAt IS NULL AND q.failedAt IS NULL)
        """
    /// In SQL over `pictureRequest`: it is open, nobody was asked, and no mail is on its way, so they are asked on paper.
    package static let isForPaper =
        "pictureRequest.closedAt IS NULL AND pictureRequest.askedAt IS NULL AND NOT \(isInMail)"
}

/// A parent with an e-mail address, and the pupils for whom they have not been asked yet.
package struct FamilyToAsk: Sendable, Equatable {
    package let email: String
    /// As the first of their children's records has it; all of them where several have the address.
    package let name: String
    package let pupils: [Identifier<Person>]
}

/// Ends with the first of the school that is found.
let waitingForPaper = """
    SELECT EXISTS (SELECT 1 FROM pictureRequest JOIN person ON person.id = pictureRequest.person
        WHERE person.school = ? AND person.leftAt IS NULL AND \(PictureRequest.isForPaper))
    """

extension WriteTransaction {
    /// Opens a request, unless one is open.
    /// - Parameter oldEndsOn: the last day on which the answer of before stands; nil: until there is a new one.
    /// - Returns: whether it is new.
    package func openPictureRequest(
        _ person: Identifier<Person>, because: PictureRequest.Because, oldEndsOn: Day? = nil
    ) throws -> Bool {
        let id: Identifier<PictureRequest> = identifier()
        try execute(
            """
            INSERT INTO pictureRequest (id, person, because, openedAt, oldEndsOn) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """, [id.text, person.text, because.rawValue, now.milliseconds, oldEndsOn?.description])
        return db.changesCount > 0
    }

    /// The last day on which what was said before stands, while somebody is asked again; nil: there is none.
    package func oldEndsOn(of person: Identifier<Person>) throws -> Day? {
        try String.fetchOne(
            db.cachedStatement(sql: "SELECT oldEndsOn FROM pictureRequest WHERE person = ? AND closedAt IS NULL"),
            arguments: [person.text]
        ).flatMap { Day($0) }
    }

    /// Whoever is asked again, for an old answer ends or a phase of schooling began, is asked until they say so anew.
    /// - Parameter day: when the answer was said; nil: a list brought it, and nobody spoke anew.
    package func closePictureRequest(of person: Identifier<Person>, saidOn day: Day?) throws {
        let spoken = day?.adding(days: 1).start().milliseconds ?? 0
        try execute(
            """
            UPDATE pictureRequest SET closedAt = ? WHERE person = ? AND closedAt IS NULL
                AND NOT (openedAt >= ? AND because IN ('ends', 'phase'))
            """, [now.milliseconds, person.text, spoken])
    }

    /// An answer is taken back: what it had closed is open again, unless somebody has spoken since.
    package func reopenPictureRequest(closedBy answer: ConsentAnswer.Number) throws {
        try execute(
            """
            UPDATE OR IGNORE pictureRequest SET closedAt = NULL FROM consentAnswer AS a
            WHERE a.number = ? AND pictureRequest.person = a.person AND pictureRequest.closedAt = a.at
                AND NOT EXISTS (SELECT 1 FROM consentAnswer AS b WHERE b.person = a.person AND b.number > a.number
                    AND b.status <> 'not_recorded' AND b.way <> 'import')
            """, [answer])
    }

    /// Somebody came back to the roll: what they were asked before they left is no question of now.
    package func forgetAsked(_ person: Identifier<Person>) throws {
        try execute(
            "UPDATE person SET picturesAskedOn = NULL WHERE id = ? AND consentStatus = 'not_recorded'", [person.text])
    }

    /// The question went out: from here on silence has begun.
    package func markAsked(_ people: [Identifier<Person>], by way: PictureRequest.Way) throws {
        var entries: [RollEntry] = []
        for person in people {
            try execute(
                """
                UPDATE pictureRequest SET askedAt = ?, way = ?
                WHERE person = ? AND closedAt IS NULL AND askedAt IS NULL
                """, [now.milliseconds, way.rawValue, person.text])
            var entry = try rollEntry(person)
            guard entry.person.consent.askedOn == nil else { continue }
            entry.person.consent.asking = .on(Day(of: now))
            entries.append(entry)
        }
        try write(entries)
    }

    /// Parents to whom the question can go by mail and has not, each with all the children for whom it waits: the first of
    /// them by address.
    package func familiesToAsk(most: Int) throws -> [FamilyToAsk] {
        let rows: [(String, String, Identifier<Person>)] = try db.rows(
            """
            SELECT parent.email, parent.name, person.id FROM pictureRequest
                JOIN person ON person.id = pictureRequest.person AND person.leftAt IS NULL
                JOIN parent ON parent.pupil = person.id AND parent.email IS NOT NULL
            WHERE pictureRequest.closedAt IS NULL AND pictureRequest.askedAt IS NULL
                AND NOT EXISTS (SELECT 1 FROM pictureQuestion AS q
                    WHERE q.request = pictureRequest.id AND q.email = parent.email)
            ORDER BY parent.email, person.rowid, parent.name
            """
        ) { row in (row[0], row[1], Identifier(row[2])) }
        var families: [FamilyToAsk] = []
        for (email, name, pupil) in rows {
            if let last = families.last, last.email == email {
                let isSame = last.pupils.last == pupil
                families[families.count - 1] = FamilyToAsk(
                    email: email, name: isSame && last.pupils.count == 1 ? "\(last.name), \(name)" : last.name,
                    pupils: isSame ? last.pupils : last.pupils + [pupil])
            } else {
                families.append(FamilyToAsk(email: email, name: name, pupils: [pupil]))
            }
        }
        return Array(families.prefix(most))
    }

    /// The schools with pupils who are to be asked and to whose families no mail is on its way, with how many they are.
    package func toAskOnPaper() throws -> [(school: Identifier<School>, pupils: Int)] {
        try db.rows(
            """
            SELECT person.school, count(*) FROM pictureRequest
                JOIN person ON person.id = pictureRequest.person AND person.leftAt IS NULL
            WHERE person.school IS NOT NULL AND \(PictureRequest.isForPaper)
            GROUP BY person.school ORDER BY person.school
            """
        ) { row -> (school: Identifier<School>, pupils: Int)? in (Identifier(row[0]), row[1]) }
    }

    /// Whether anybody waits for paper at a school.
    package func waitsForPaper(at school: Identifier<School>) throws -> Bool {
        try Bool.fetchOne(db.cachedStatement(sql: waitingForPaper), arguments: [school.text]) ?? false
    }
}

extension OrganisationDatabase {
    /// Pupils with an open request who have not been asked, in the order in which they came.
    package func pupilsToAsk() async throws -> [Identifier<Person>] {
        try await read { db in
            try db.rows(
                """
                SELECT person.id FROM pictureRequest JOIN person ON person.id = pictureRequest.person
                WHERE closedAt IS NULL AND askedAt IS NULL AND leftAt IS NULL ORDER BY person.rowid
                """
            ) { (row: Row) -> Identifier<Person>? in Identifier(row[0]) }
        }
    }

    /// Somebody on the roll by the reference that drafts know them by.
    package func person(ref: String) async throws -> Identifier<Person>? {
        try await read { db in
            try String.fetchOne(
                db.cachedStatement(sql: "SELECT id FROM person WHERE ref = ? AND leftAt IS NULL"), arguments: [ref]
            ).map { Identifier($0) }
        }
    }

    /// The number of a school's list of those who must not be published, as it stands.
    package func pictureListVersion(at school: Identifier<School>) async throws -> Int {
        try await read { try PictureList.fetch($0, at: school).version }
    }
}
