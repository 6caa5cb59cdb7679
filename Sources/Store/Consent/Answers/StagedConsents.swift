import Foundation
import GRDB
import Governance

/// Somebody of whom a list says something new, and what the roll said before.
package struct StagedConsent: Sendable {
    package let person: Identifier<Person>
    package let before: Consent
}

extension WriteTransaction {
    /// Notes what a staged list says anew of consent, before its people are written over.
    package func noteStagedConsents() throws {
        try db.makeStatement(
            sql: """
                CREATE TABLE staged.newConsent AS SELECT coalesce(r.person, r.newId) AS person, r.id AS place,
                    r.consentStatus AS status, r.consentChannels AS channels, r.consentFrom AS fromDay,
                    r.consentUntil AS untilDay, r.consentWithdrawnOn AS withdrawnOn, p.consentStatus AS oldStatus,
                    p.consentChannels AS oldChannels, p.consentFrom AS oldFrom, p.consentUntil AS oldUntil,
                    p.consentWithdrawnOn AS oldWithdrawnOn
                FROM staged.row AS r LEFT JOIN person AS p ON p.id = r.person
                WHERE (r.outcome = 'added' AND r.consentStatus <> 'not_recorded')
                    OR (r.outcome IN ('changed', 'returning') AND (r.consentStatus IS NOT p.consentStatus
                        OR r.consentChannels IS NOT p.consentChannels OR r.consentFrom IS NOT p.consentFrom
                        OR r.consentUntil IS NOT p.consentUntil OR r.consentWithdrawnOn IS NOT p.consentWithdrawnOn))
                """
        ).execute()
    }

    /// Pupils to whom a staged list gives another form, before it is written.
    package func movedByStaged() throws -> [(
        person: Identifier<Person>, school: Identifier<School>?, before: String?, now: String?
    )] {
        try db.rows(
            """
            SELECT p.id, coalesce(r.school, p.school), p.form, r.form FROM staged.row AS r
                JOIN person AS p ON p.id = r.person
            WHERE r.outcome = 'changed' AND p.kind = 'pupil' AND r.form IS NOT NULL AND r.form IS NOT p.form
            ORDER BY r.id
            """, isOneOfFew: false
        ) { row -> (Identifier<Person>, Identifier<School>?, String?, String?)? in
            (Identifier(row[0]), (row[1] as String?).map { Identifier($0) }, row[2], row[3])
        }
    }

    /// Puts it on file as said by a form that names nobody, once the people are written.
    /// - Returns: those whose standing has to be counted anew: others spoke too, or it shuts or opens something.
    package func putStagedConsents() throws -> [StagedConsent] {
        try db.makeStatement(
            sql: """
                INSERT INTO consentAnswer (person, giver, status, channels, fromDay, untilDay, withdrawnOn, way, saidOn,
                    at, by)
                SELECT person, 'form', status, channels, fromDay, untilDay, withdrawnOn, 'import', :day, :now, :by
                FROM staged.newConsent ORDER BY place
                """
        ).execute(
            arguments: ["day": Day(of: now).description, "now": now.milliseconds, "by": actor.signature])
        return try db.rows(
            """
            SELECT person, oldStatus, oldChannels, oldFrom, oldUntil, oldWithdrawnOn FROM staged.newConsent AS n
            WHERE status NOT IN ('granted', 'no_objection') OR channels IS NOT NULL OR untilDay IS NOT NULL
                OR coalesce(oldStatus, 'not_recorded') NOT IN ('granted', 'no_objection', 'not_recorded')
                OR oldChannels IS NOT NULL
                OR EXISTS (SELECT 1 FROM consentAnswer AS a WHERE a.person = n.person AND a.giver <> 'form')
                OR EXISTS (SELECT 1 FROM pictureRequest AS q WHERE q.person = n.person AND q.closedAt IS NULL)
            ORDER BY place
            """, isOneOfFew: false
        ) { row in
            StagedConsent(
                person: Identifier(row[0]),
                before: Consent(
                    row[1] ?? "not_recorded", channels: row[2], from: row[3], until: row[4], withdrawnOn: row[5]))
        }
    }

    /// Opens requests for pupils whom the list brings to a school, and of whom nothing is on record.
    /// - Returns: whether there is a new one.
    package func openRequestsOfStaged(at school: Identifier<School>) throws -> Bool {
        try db.makeStatement(
            sql: """
                INSERT INTO pictureRequest (id, person, because, openedAt)
                SELECT p.id || '-' || :now, p.id, 'joined', :now FROM staged.row AS r JOIN person AS p ON p.id = r.person
                WHERE r.outcome IN ('added', 'returning') AND p.kind = 'pupil' AND p.school = :school
                    AND p.consentStatus = 'not_recorded' AND p.picturesAskedOn IS NULL
                ON CONFLICT DO NOTHING
                """
        ).execute(arguments: ["now": now.milliseconds, "school": school.text])
        return db.changesCount > 0
    }
}
