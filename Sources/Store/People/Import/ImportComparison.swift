import Foundation
import GRDB
import Governance

extension ImportStaging {
    /// Compares what is staged with the roll, by one pass of SQL, all from one moment. Called once for each filling.
    /// - Parameters:
    ///   - fields: what the list has columns for; anything else stays as it is on the roll.
    ///   - isDelta: the list holds changes only, so whoever is not in it stays.
    package func compare(
        with organisation: OrganisationDatabase, fields: Set<ImportField>, purpose: ImportMapping.Purpose,
        isDelta: Bool
    ) throws -> ImportCounts {
        let roll = organisation.folder.appendingPathComponent(OrganisationDatabase.fileName).path
        return try StoreError.translating {
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "ATTACH DATABASE ? AS roll", arguments: [roll])
                defer { try? db.execute(sql: "DETACH DATABASE roll") }
                var counts = ImportCounts()
                try db.inTransaction {
                    counts.revision = try Int.fetchOne(db, sql: "SELECT revision FROM roll.rollRevision") ?? 0
                    try Self.findOut(db)
                    try Self.holdDoubles(db)
                    try Self.holdBesideHeld(db)
                    try Self.holdStrangers(db, purpose)
                    if purpose == .people { try Self.holdTwice(db) }
                    if purpose == .consents { try Self.holdUnknown(db) }
                    try Self.holdStrangeClasses(db)
                    try Self.keepWithdrawals(db)
                    try Self.keepRefusals(db)
                    try Self.keepLaterNo(db)
                    try Self.tellApart(db, fields: purpose == .consents ? [.consent] : fields)
                    try Self.findGone(db, isDelta: isDelta || purpose == .consents)
                    try Self.count(db, &counts)
                    return .commit
                }
                return counts
            }
        }
    }

    /// Rows of one reference that do not agree are all held: nobody can tell which is right. When only their consents
    /// differ the person comes in, with a consent that counts as none.
    private static func holdDoubles(_ db: Database) throws {
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
    private static func holdBesideHeld(_ db: Database) throws {
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
    private static func holdTwice(_ db: Database) throws {
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

    private static func holdUnknown(_ db: Database) throws {
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
    private static func holdStrangers(_ db: Database, _ purpose: ImportMapping.Purpose) throws {
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

    /// A class of another school is no list's to rename, end or empty, and one of no known school nobody's.
    private static func holdStrangeClasses(_ db: Database) throws {
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

    /// What was withdrawn or objected to stays so, since a list may be older than the family's word; only a person lifts
    /// it. Even another no does not replace it, for the list after that one could then replace the no.
    private static func keepWithdrawals(_ db: Database) throws {
        let undone = """
            FROM roll.person AS p WHERE p.ref = row.ref AND row.outcome IS NULL AND (
                (p.consentStatus = 'objected' AND row.consentStatus <> 'objected')
                OR ((p.consentStatus = 'withdrawn' OR p.consentWithdrawnOn IS NOT NULL) AND NOT (
                    row.consentStatus = 'withdrawn' AND (row.consentWithdrawnOn IS NULL
                        OR coalesce(row.consentWithdrawnOn <= p.consentWithdrawnOn, 0)))))
            """
        try db.execute(
            sql: """
                INSERT INTO doubt (weight, file, line, "column", value, says, advice)
                    SELECT 'warning', file, line, 'consent', row.consentStatus,
                        iif(p.consentStatus = 'objected', 'An objection is on record',
                            'This consent was withdrawn') || ', and a list never undoes that',
                        'If the family said yes again, change it on the person''s own page'
                    \(undone.replacing("FROM roll.person AS p WHERE", with: "FROM row, roll.person AS p WHERE"))
                        AND row.consentStatus NOT IN ('withdrawn', 'refused', 'objected', 'not_recorded');
                UPDATE row SET consentStatus = p.consentStatus, consentChannels = p.consentChannels,
                    consentFrom = p.consentFrom, consentUntil = p.consentUntil,
                    consentWithdrawnOn = p.consentWithdrawnOn \(undone);
                """)
    }

    /// An empty cell is no answer, and no answer takes back a no.
    private static func keepRefusals(_ db: Database) throws {
        try db.execute(
            sql: """
                UPDATE row SET consentStatus = p.consentStatus, consentChannels = p.consentChannels,
                    consentFrom = p.consentFrom, consentUntil = p.consentUntil,
                    consentWithdrawnOn = p.consentWithdrawnOn
                FROM roll.person AS p WHERE p.ref = row.ref AND row.outcome IS NULL
                    AND row.consentStatus = 'not_recorded' AND p.consentStatus IN ('refused', 'restricted');
                """)
    }

    /// A no or a limit that a person said since the last list stays too: the list may be older.
    private static func keepLaterNo(_ db: Database) throws {
        let shut = """
            FROM roll.person AS p WHERE p.ref = row.ref AND row.outcome IS NULL
                AND p.consentStatus IN ('refused', 'restricted')
                AND row.consentStatus IN ('granted', 'no_objection', 'restricted')
                AND (row.consentStatus <> p.consentStatus OR row.consentChannels IS NOT p.consentChannels)
                AND (SELECT way FROM roll.consentAnswer AS a WHERE a.person = p.id ORDER BY number DESC LIMIT 1)
                    <> 'import'
            """
        try db.execute(
            sql: """
                INSERT INTO doubt (weight, file, line, "column", value, says, advice)
                    SELECT 'warning', file, line, 'consent', row.consentStatus,
                        'Somebody said no or set a limit since, and a list never undoes that',
                        'If the family said yes again, put that on record on the page of pictures and consent'
                    \(shut.replacing("FROM roll.person AS p WHERE", with: "FROM row, roll.person AS p WHERE"));
                UPDATE row SET consentStatus = p.consentStatus, consentChannels = p.consentChannels,
                    consentFrom = p.consentFrom, consentUntil = p.consentUntil,
                    consentWithdrawnOn = p.consentWithdrawnOn \(shut);
                """)
    }

    private static let columns: [(name: String, field: ImportField)] = [
        ("kind", .kind), ("given", .given), ("family", .family), ("preferred", .preferred), ("middle", .middle),
        ("form", .form), ("title", .title), ("school", .school), ("email", .email), ("consentStatus", .consent),
        ("consentChannels", .consent), ("consentFrom", .consent), ("consentUntil", .consent),
        ("consentWithdrawnOn", .consent),
    ]

    private static func tellApart(_ db: Database, fields: Set<ImportField>) throws {
        let said = columns.filter { fields.contains($0.field) }.map(\.name)
        let silent = columns.filter { !fields.contains($0.field) }.map(\.name)
        let isSame = said.map { "row.\($0) IS p.\($0)" }.joined(separator: " AND ")
        let kept = silent.map { ", \($0) = p.\($0)" }.joined()
        try db.execute(
            sql: """
                UPDATE row SET person = p.id, outcome = CASE
                        WHEN isRemoved THEN iif(p.leftAt IS NULL, 'removed', 'same')
                        WHEN p.leftAt IS NOT NULL THEN 'returning'
                        WHEN \(isSame) THEN 'same' ELSE 'changed' END\(kept)
                    FROM roll.person AS p WHERE p.ref = row.ref AND outcome IS NULL;
                UPDATE row SET outcome = iif(isRemoved, 'same', 'added'),
                    consentStatus = coalesce(consentStatus, 'not_recorded')
                    WHERE outcome IS NULL;
                CREATE INDEX rowOfOutcome ON row(outcome);
                """)
    }

    private static func findGone(_ db: Database, isDelta: Bool) throws {
        guard !isDelta else {
            return try db.execute(
                sql: "INSERT OR IGNORE INTO gone SELECT person FROM row WHERE outcome = 'removed'")
        }
        try db.execute(
            sql: """
                CREATE TABLE scope AS SELECT DISTINCT kind, school FROM row WHERE outcome <> 'held';
                INSERT INTO gone SELECT p.id FROM roll.person AS p
                    WHERE p.leftAt IS NULL
                        AND EXISTS (SELECT 1 FROM scope WHERE scope.kind = p.kind AND scope.school IS p.school)
                        AND NOT EXISTS (SELECT 1 FROM row WHERE row.ref = p.ref)
                        AND NOT EXISTS (SELECT 1 FROM row WHERE row.number = p.number AND row.outcome = 'held')
                        AND NOT EXISTS (SELECT 1 FROM heldNumber AS held WHERE held.number = p.number
                            AND (held.school IS NULL OR p.school IS NULL OR held.school = p.school));
                INSERT OR IGNORE INTO gone SELECT person FROM row WHERE outcome = 'removed';
                """)
    }

    private static func count(_ db: Database, _ counts: inout ImportCounts) throws {
        func number(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
        for row in try Row.fetchAll(db, sql: "SELECT outcome, count(*) FROM row GROUP BY outcome") {
            switch row[0] as String {
            case "added": counts.added = row[1]
            case "changed": counts.changed = row[1]
            case "returning": counts.returning = row[1]
            case "same": counts.same = row[1]
            default: break
            }
        }
        for row in try Row.fetchAll(db, sql: "SELECT weight, count(*) FROM doubt GROUP BY weight") {
            switch ImportDoubt.Weight(rawValue: row[0]) {
            case .held: counts.held = row[1]
            case .consent: counts.doubtfulConsents = row[1]
            case .warning, nil: counts.warnings = row[1]
            }
        }
        counts.gone = try number("SELECT count(*) FROM gone")
        counts.inScope = try number(
            """
            SELECT count(*) FROM roll.person AS p WHERE leftAt IS NULL AND (kind, coalesce(school, '')) IN
                (SELECT kind, coalesce(school, '') FROM row WHERE outcome <> 'held' GROUP BY 1, 2)
            """)
        counts.parents = try number(
            ImportApplication.newParents(from: "SELECT count(*)", roll: "roll", staged: "main"))
        counts.classes =
            try number(
                """
                SELECT count(*) FROM orClass AS c LEFT JOIN roll.class AS known ON known.ref = c.ref
                WHERE NOT c.isHeld AND iif(c.isRemoved, known.ref IS NOT NULL AND known.endedAt IS NULL,
                    known.ref IS NULL OR known.name <> c.name OR known.school IS NOT c.school
                        OR known.endedAt IS NOT NULL)
                """)
            + number(
                ImportApplication.places(from: "SELECT count(*)", roll: "roll", staged: "main")
                    + """
                     AND e.isRemoved = EXISTS (
                        SELECT 1 FROM roll.classMember AS m WHERE m.class = e.class AND m.person = p.id)
                    """)
        counts.users = try number(
            "SELECT count(*) FROM (\(ImportApplication.likelyUsers(roll: "roll", staged: "main")))")
    }
}
