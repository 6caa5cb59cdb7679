import GRDB
import Governance

/// Rows that nobody can tell for certain are held, each with why.
extension ImportStaging {
    /// Rows of one reference that do not agree are all held: nobody can tell which is right. When only their consents
    /// differ the person comes in, with a consent that counts as none.
    static func holdDoubles(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE doubled AS SELECT ref, min(id) AS first, min(line) AS line, max(line) AS other,
                    count(DISTINCT kind || char(31) || given || char(31) || family || char(31)
                        || coalesce(preferred, '') || char(31) || coalesce(middle, '') || char(31)
                        || coalesce(form, '') || char(31) || coalesce(title, '') || char(31)
                        || coalesce(school, '') || char(31) || coalesce(email, '')) AS people,
                    count(DISTINCT coalesce(consentStatus, '') || char(31) || coalesce(consentChannels, '') || char(31)
                        || coalesce(consentFrom, '') || char(31) || coalesce(consentUntil, '') || char(31)
                        || coalesce(consentWithdrawnOn, '')) AS consents
                FROM row WHERE ref IN (SELECT ref FROM row GROUP BY ref HAVING count(*) > 1) GROUP BY ref;
                INSERT INTO doubt (weight, file, line, "column", value, says, advice)
                    SELECT iif(people > 1, 'held', 'consent'), file, row.line,
                        iif(people > 1, 'ref', 'consent'), iif(people > 1, number, coalesce(consentStatus, '')),
                        'Line ' || iif(row.line = doubled.line, other, doubled.line)
                            || iif(people > 1, ' has the same reference and says something else',
                                ' says something else of the same person, so it counts as no consent'),
                        'Say which is right'
                    FROM row JOIN doubled ON doubled.ref = row.ref WHERE people > 1 OR consents > 1;
                UPDATE row SET outcome = iif(people > 1, 'held', iif(row.id = first, NULL, 'double')),
                    consentStatus = iif(consents > 1, 'unreadable', consentStatus),
                    consentChannels = iif(consents > 1, NULL, consentChannels),
                    consentFrom = iif(consents > 1, NULL, consentFrom),
                    consentUntil = iif(consents > 1, NULL, consentUntil),
                    consentWithdrawnOn = iif(consents > 1, NULL, consentWithdrawnOn)
                FROM doubled WHERE doubled.ref = row.ref;
                """)
    }

    /// Of two rows with one reference neither is taken when the other is held: it may be the right one.
    static func holdBesideHeld(_ db: Database) throws {
        let isBeside = """
            EXISTS (SELECT 1 FROM heldNumber AS held WHERE held.number = row.number
                AND (held.school IS NULL OR row.school IS NULL OR held.school = row.school))
            """
        try db.execute(
            sql: """
                CREATE INDEX heldByNumber ON heldNumber(number);
                INSERT INTO doubt (weight, file, line, "column", value, says, advice)
                    SELECT 'held', file, line, 'ref', number, 'Another row with this reference is held',
                        'Correct the other row, or say which is right' FROM row
                    WHERE outcome IS NOT 'held' AND \(isBeside);
                UPDATE row SET outcome = 'held' WHERE \(isBeside);
                """)
    }

    /// One name and number at two schools may be one person at both, or a slip.
    static func holdTwice(_ db: Database) throws {
        let twice = """
            row.number IN (SELECT number FROM shared) AND row.outcome IS NULL AND other.outcome IS NULL
                AND NOT row.isKnown AND NOT other.isKnown
                AND other.number = row.number AND lower(other.family) = lower(row.family)
                AND (other.kind <> row.kind OR other.school IS NOT row.school)
            """
        try db.execute(
            sql: """
                INSERT INTO doubt (weight, file, line, "column", value, says, advice)
                    SELECT 'held', row.file, row.line, 'ref', row.number,
                        'Line ' || other.line || ' has the same reference and family name elsewhere', 'Say which is right'
                    FROM row JOIN row AS other ON \(twice) GROUP BY row.id;
                UPDATE row SET outcome = 'held' FROM row AS other WHERE \(twice);
                """)
    }

    static func holdUnknown(_ db: Database) throws {
        let nobody = "outcome IS NULL AND NOT EXISTS (SELECT 1 FROM roll.person WHERE ref = row.ref AND leftAt IS NULL)"
        let several = "row.school IS NULL AND (SELECT count(*) FROM roll.person WHERE number = row.number) > 1"
        let says = """
            iif(\(several), 'Several people have this reference', 'Nobody on the roll has this reference'),
            iif(\(several), 'Say of which school the list is', 'Bring in the roll first, or correct it')
            """
        try db.execute(
            sql: """
                INSERT INTO doubt (weight, file, line, "column", value, says, advice)
                    SELECT 'held', file, line, 'ref', number, \(says) FROM row WHERE \(nobody);
                UPDATE row SET outcome = 'held' WHERE \(nobody);
                """)
    }

    /// A number that somebody of another school or kind has says little, for schools count alike. Only where the name is
    /// theirs too is it perhaps the same person, who moved, or a slip; and a list of consents names nobody.
    static func holdStrangers(_ db: Database, _ purpose: ImportMapping.Purpose) throws {
        let alike = purpose == .consents ? "row.school IS NOT NULL" : "lower(p.family) = lower(row.family)"
        let stranger = """
            row.outcome IS NULL AND NOT row.isKnown AND p.number = row.number
                AND (p.kind <> row.kind OR p.school IS NOT row.school) AND \(alike)
            """
        try db.execute(
            sql: """
                INSERT INTO doubt (weight, file, line, "column", value, says, advice)
                    SELECT 'held', file, line, 'ref', row.number,
                        'This reference belongs to ' || iif(p.kind = 'staff', 'a member of staff', 'a pupil')
                            || iif(p.school IS NULL, ' of the whole organisation',
                                iif(p.school IS row.school, ' at this school', ' at another school'))
                            || iif(\(purpose == .consents), '', ' of the same family name'),
                        'Correct it; if the same person has moved, change them by hand on their own page'
                    FROM row JOIN roll.person AS p ON \(stranger) GROUP BY row.id;
                UPDATE row SET outcome = 'held' FROM roll.person AS p WHERE \(stranger);
                """)
    }

    /// Whoever comes anew with the name of a pupil who left, or is at another school, and must not be pictured: they may be
    /// the same child under another number, and the no would be forgotten.
    static func warnOfRefusedNamesakes(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE refused AS SELECT number, lower(given) AS given, lower(family) AS family, leftAt, school
                    FROM roll.person WHERE kind = 'pupil' AND consentStatus IN ('refused', 'withdrawn', 'objected');
                CREATE INDEX refusedByName ON refused(family, given);
                INSERT INTO doubt (weight, file, line, "column", value, says, advice)
                    SELECT 'warning', file, line, 'ref', row.number,
                        'A pupil of this name ' || iif(r.leftAt IS NULL, 'at another school', 'who left')
                            || ' must not be pictured',
                        'If it is the same child, say their no again on their page once they are here'
                    FROM row JOIN refused AS r ON r.family = lower(row.family) AND r.given = lower(row.given)
                    WHERE row.outcome IS NULL AND NOT row.isKnown AND row.kind = 'pupil'
                        AND (r.leftAt IS NOT NULL OR r.school IS NOT row.school)
                    GROUP BY row.id;
                """)
    }

    /// A class of another school is no list's to rename, end or empty, and one of no known school nobody's.
    static func holdStrangeClasses(_ db: Database) throws {
        let stranger = """
            (c.school IS NULL OR EXISTS (SELECT 1 FROM roll.class AS known
                WHERE known.ref = c.ref AND known.school IS NOT NULL AND known.school <> c.school))
            """
        try db.execute(
            sql: """
                INSERT INTO doubt (weight, file, line, "column", value, says, advice)
                    SELECT 'held', 'classes.csv', c.line, 'sourcedId', c.ref,
                        iif(c.school IS NULL, 'It does not say of which school the class is',
                            'This class belongs to another school'),
                        'Correct it where the file was exported'
                    FROM orClass AS c WHERE \(stranger);
                UPDATE orClass AS c SET isHeld = 1 WHERE \(stranger);
                """)
    }
}
