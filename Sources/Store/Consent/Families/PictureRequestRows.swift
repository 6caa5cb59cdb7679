import Foundation
import GRDB
import Governance

/// That somebody is to be asked about pictures, until they answer.
package enum PictureRequest {
    /// Why they are asked.
    package enum Because: String, Sendable { case joined, ends, phase, office }
    /// How the question went out.
    package enum Way: String, Sendable { case link, paper }

    /// In SQL over `pictureRequest`: a mail with the question waits to go out.
    package static let isInMail = """
        EXISTS (SELECT 1 FROM pictureQuestion AS q
            WHERE q.request = pictureRequest.id AND q.deliveredAt IS NULL AND q.failedAt IS NULL)
        """
    /// In SQL over `pictureRequest`: it is open, nobody was asked, and no mail is on its way, so they are asked on paper.
    package static let isForPaper =
        "pictureRequest.closedAt IS NULL AND pictureRequest.askedAt IS NULL AND NOT \(isInMail)"
}

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

    /// What closed a request counts no more: the last one that nobody has answered since it was opened is open again, and
    /// where another has been opened meanwhile, that one knows how long the old answer stands.
    /// - Parameter isUnsaid: nothing at all is on record, so that whoever was asked on joining is asked again too.
    package func reopenPictureRequest(of person: Identifier<Person>, isUnsaid: Bool) throws {
        let closed = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT id, oldEndsOn FROM pictureRequest AS r
                    WHERE person = ?1 AND closedAt IS NOT NULL AND (because IN ('ends', 'phase') OR ?2)
                        AND NOT EXISTS (SELECT 1 FROM consentAnswer AS b
                            WHERE b.person = ?1 AND b.way <> 'import' AND b.giver <> 'school'
                                AND b.status <> 'not_recorded' AND b.at >= r.openedAt
                                AND b.saidOn >= date(r.openedAt / 1000, 'unixepoch')
                                AND NOT EXISTS (SELECT 1 FROM consentAnswer AS t WHERE t.takesBack = b.number))
                    ORDER BY closedAt DESC LIMIT 1
                    """), arguments: [person.text, isUnsaid])
        guard let closed, let id = closed[0] as String? else { return }
        try execute(
            """
            UPDATE pictureRequest SET oldEndsOn = coalesce(oldEndsOn, ?) WHERE person = ? AND closedAt IS NULL
            """, [closed[1] as String?, person.text])
        guard db.changesCount == 0 else { return }
        try execute("UPDATE pictureRequest SET closedAt = NULL WHERE id = ?", [id])
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
}
