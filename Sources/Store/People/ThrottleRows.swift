import Foundation
import GRDB
import Governance

extension Bookkeeping {
    package func throttle(_ key: Data) throws -> Throttle {
        let row = try Row.fetchOne(
            db, sql: "SELECT failures, lastAt, waitsUntil FROM throttle WHERE key = ?", arguments: [key])
        guard let row else { return Throttle() }
        return Throttle(
            failures: row[0], lastAt: Date(milliseconds: row[1]), waitsUntil: Date(milliseconds: row[2]))
    }

    /// Counts that nobody needs any more go with it, so that made-up addresses do not fill the table.
    package func keep(_ throttle: Throttle, for key: Data) throws {
        try db.execute(
            sql: """
                INSERT INTO throttle (key, failures, lastAt, waitsUntil) VALUES (?, ?, ?, ?)
                ON CONFLICT (key) DO UPDATE SET
                    failures = excluded.failures, lastAt = excluded.lastAt, waitsUntil = excluded.waitsUntil
                """,
            arguments: [
                key, throttle.failures, throttle.lastAt.milliseconds,
                max(throttle.waitsUntil, Date(milliseconds: 0)).milliseconds,
            ])
        try db.execute(
            sql: "DELETE FROM throttle WHERE lastAt < ?",
            arguments: [(now - Throttle.memory).milliseconds])
        try makeRoomForThrottles()
    }

    private func makeRoomForThrottles() throws {
        let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM throttle") ?? 0
        guard count > Throttle.most else { return }
        try db.execute(
            sql: """
                DELETE FROM throttle WHERE key IN (
                    SELECT key FROM throttle ORDER BY waitsUntil > ?, lastAt LIMIT ?)
                """, arguments: [now.milliseconds, count - Throttle.most])
    }
}

extension Bookkeeping {
    /// The right password was given, so the tries before it do not count any more.
    package func forgetThrottle(_ key: Data) throws {
        try db.execute(sql: "DELETE FROM throttle WHERE key = ?", arguments: [key])
    }
}

extension Bookkeeping {
    /// Every count whose key begins so: the right password was given.
    package func forgetThrottles(beginning key: Data) throws {
        try db.execute(
            sql: "DELETE FROM throttle WHERE substr(key, 1, ?) = ?", arguments: [key.count, key])
    }

    /// Takes back the count of a try that turned out to be right.
    package func forgiveTry(_ key: Data, of tries: Int) throws {
        try keep(throttle(key).forgiving(tries: tries), for: key)
    }
}

extension WriteTransaction {
    /// The same within a change.
    package func forgetThrottles(beginning key: Data) throws {
        try Bookkeeping(db: db, now: now).forgetThrottles(beginning: key)
    }

    package func forgiveTry(_ key: Data, of tries: Int) throws {
        try Bookkeeping(db: db, now: now).forgiveTry(key, of: tries)
    }
}
