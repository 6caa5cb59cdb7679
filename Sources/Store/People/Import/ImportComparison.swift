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
                    counts.lastAnswer = try Int.fetchOne(db, sql: "SELECT max(number) FROM roll.consentAnswer")
                    try Self.findOut(db)
                    try Self.holdDoubles(db)
                    try Self.holdBesideHeld(db)
                    try Self.holdStrangers(db, purpose)
                    if purpose == .people { try Self.warnOfRefusedNamesakes(db) }
                    if purpose == .people { try Self.holdTwice(db) }
                    if purpose == .consents { try Self.holdUnknown(db) }
                    try Self.holdStrangeClasses(db)
                    try Self.keepWithdrawals(db)
                    try Self.keepRefusals(db)
                    try Self.keepWhatPeopleSaid(db, on: Day(of: organisation.clock.now))
                    try Self.keepEnds(db)
                    try Self.tellApart(db, fields: purpose == .consents ? [.consent] : fields)
                    try Self.findGone(db, isDelta: isDelta || purpose == .consents)
                    try Self.count(db, &counts)
                    return .commit
                }
                return counts
            }
        }
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
}
