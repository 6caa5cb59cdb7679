import Foundation
import GRDB
import Governance

extension WriteTransaction {
    /// Sets when something is looked at; one time for each kind and subject, the last one set.
    package func setDue(_ kind: DueItem.Kind, _ subject: String, at instant: Date) throws {
        try db.setDue(kind, subject, at: instant)
    }

    package func clearDue(_ kind: DueItem.Kind, _ subject: String) throws {
        try execute("DELETE FROM due WHERE kind = ? AND subject = ?", [kind.rawValue, subject])
    }

    /// Whether it is noted, at whatever time.
    package func isDue(_ kind: DueItem.Kind, _ subject: String) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM due WHERE kind = ? AND subject = ?)",
            arguments: [kind.rawValue, subject]) ?? false
    }

    /// Whether the run that took this item still holds it.
    package func holds(_ item: DueItem) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM due WHERE kind = ? AND subject = ? AND lease = ?)",
            arguments: [item.kind.rawValue, item.subject, item.lease]) ?? false
    }
}

extension Bookkeeping {
    /// Plans a look at what stands beside the database and is no part of the record.
    package func setDue(_ kind: DueItem.Kind, _ subject: String, at instant: Date) throws {
        try db.setDue(kind, subject, at: instant)
    }

    /// Takes the item that has been due longest and that no run holds. A lease says only who is at work, and nothing
    /// is decided by it, so it needs no event; a run that dies loses it when it runs out.
    package func takeDue(lease: String, until leaseEnd: Date) throws -> DueItem? {
        try take(lease: lease, until: leaseEnd, isOutside: false)
    }

    /// The same of those that wait for servers elsewhere, which `takeDue` leaves alone.
    package func takeDueOutside(lease: String, until leaseEnd: Date) throws -> DueItem? {
        try take(lease: lease, until: leaseEnd, isOutside: true)
    }

    private func take(lease: String, until leaseEnd: Date, isOutside: Bool) throws -> DueItem? {
        let row = try Row.fetchOne(
            db,
            sql: """
                UPDATE due SET lease = ?, leasedUntil = ?, attempts = attempts + 1
                WHERE id = (SELECT id FROM due WHERE at <= ? AND (leasedUntil IS NULL OR leasedUntil <= ?)
                    AND (kind IN (SELECT value FROM json_each(?))) = ? ORDER BY at, id LIMIT 1)
                RETURNING kind, subject, at, attempts
                """,
            arguments: [
                lease, leaseEnd.milliseconds, now.milliseconds, now.milliseconds, try DueItem.Kind.outsideList,
                isOutside,
            ])
        return row.map { row in
            DueItem(
                kind: DueItem.Kind(row[0]), subject: row[1], at: Date(milliseconds: row[2]), lease: lease,
                attempts: row[3] - 1)
        }
    }

    /// Takes the item off the list, unless the work set it anew or another run has taken it over. If the program dies
    /// before this, the next run finds the work done and nothing left to do.
    package func clear(_ item: DueItem) throws {
        try db.execute(
            sql: "DELETE FROM due WHERE kind = ? AND subject = ? AND lease = ?",
            arguments: [item.kind.rawValue, item.subject, item.lease])
    }
}

extension Database {
    fileprivate func setDue(_ kind: DueItem.Kind, _ subject: String, at instant: Date) throws {
        try execute(
            sql: """
                INSERT INTO due (kind, subject, at) VALUES (?, ?, ?)
                ON CONFLICT (kind, subject)
                DO UPDATE SET at = excluded.at, lease = NULL, leasedUntil = NULL, attempts = 0
                """, arguments: [kind.rawValue, subject, instant.milliseconds])
    }
}

extension OrganisationDatabase {
    /// When there will next be something to take; nil when nothing is planned.
    package func nextDue() async throws -> Date? { try await nextDue(isOutside: false) }

    /// The same of what waits for servers elsewhere, which `nextDue` leaves out.
    package func nextDueOutside() async throws -> Date? { try await nextDue(isOutside: true) }

    private func nextDue(isOutside: Bool) async throws -> Date? {
        try await read { db in
            try Int64.fetchOne(
                db,
                sql: """
                    SELECT min(max(at, coalesce(leasedUntil, at))) FROM due
                    WHERE (kind IN (SELECT value FROM json_each(?))) = ?
                    """, arguments: [try DueItem.Kind.outsideList, isOutside]
            ).map(Date.init(milliseconds:))
        }
    }
}

extension DueItem.Kind {
    fileprivate static var outsideList: String {
        get throws { try StoredJSON.text(outside.map(\.rawValue).sorted()) }
    }
}
