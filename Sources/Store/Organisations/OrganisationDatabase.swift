import Dispatch
import Foundation
import GRDB
import Governance

/// The database of one organisation: a SQLite file in a folder of its own, open for the life of this object.
package final class OrganisationDatabase: Sendable {
    package let folder: URL
    package let clock: Clock
    let randomness: Randomness
    let pool: DatabasePool
    let rollCache = RollCache()
    private let lengthy = DispatchQueue(label: "chaperone.lengthy-reads")
    /// Apart from those, so that nobody's sign-in and no post that goes out waits for a register.
    private let looking = DispatchQueue(label: "chaperone.looks")

    package static let fileName = "record.sqlite"

    /// Opens the file, making it and bringing it up to date where needed.
    package init(folder: URL, clock: Clock = .system, randomness: Randomness = .system) throws {
        self.folder = folder
        self.clock = clock
        self.randomness = randomness
        pool = try DatabaseFile.open(
            folder.appendingPathComponent(Self.fileName), migrations: Migration.organisation)
    }

    /// Changes the organisation in one immediate transaction: rows, events, tasks and notices together, or nothing.
    ///
    /// Facts that a decision rests on are read through the same transaction. An error thrown by the body undoes all.
    @discardableResult
    package func change<Value: Sendable>(
        by actor: Actor, at instant: Date? = nil,
        _ body: @escaping @Sendable (WriteTransaction) throws -> Recorded<Value>
    ) async throws -> Value {
        let now = instant ?? clock.now
        return try await StoreError.translating {
            try await pool.write { db in try self.change(db, by: actor, now: now, body) }
        }
    }

    /// The same with a staged list beside it, which the writes of an import read.
    package func change<Value: Sendable>(
        by actor: Actor, with staging: ImportStaging,
        _ body: @escaping @Sendable (WriteTransaction) throws -> Recorded<Value>
    ) async throws -> Value {
        let now = clock.now
        return try await StoreError.translating {
            try await pool.writeWithoutTransaction { db in
                try db.execute(sql: "ATTACH DATABASE ? AS staged", arguments: [staging.file.path])
                defer { try? db.execute(sql: "DETACH DATABASE staged") }
                var value: Value?
                try db.inTransaction(.immediate) {
                    value = try self.change(db, by: actor, now: now, body)
                    return .commit
                }
                guard let value else { throw StoreError.changedWithoutEvent }
                return value
            }
        }
    }

    /// Asks what a change would find, all from one moment, and changes nothing: it waits for no other change, and none waits
    /// for it. The connection cannot write, so a write throws `StoreError.readOnly`.
    package func look<Value: Sendable>(
        by actor: Actor, _ body: @escaping @Sendable (WriteTransaction) throws -> Value
    ) async throws -> Value {
        let now = clock.now
        return try await read(on: looking) { db in try body(self.transaction(db, by: actor, now: now)) }
    }

    private func transaction(_ db: Database, by actor: Actor, now: Date) throws -> WriteTransaction {
        let head = try RecordHead.read(db)
        return WriteTransaction(
            db: db, randomness: randomness, rollCache: rollCache, chain: EventChain(head),
            rollRevisionBefore: try RollSnapshot.revision(db), actor: actor, now: now, nextEvent: head.number + 1)
    }

    private func change<Value: Sendable>(
        _ db: Database, by actor: Actor, now: Date, _ body: (WriteTransaction) throws -> Recorded<Value>
    ) throws -> Value {
        let before = db.totalChangesCount
        let transaction = try transaction(db, by: actor, now: now)
        let recorded = try body(transaction)
        if recorded.events.isEmpty, db.totalChangesCount != before { throw StoreError.changedWithoutEvent }
        try transaction.commit(recorded)
        if !transaction.rollChanges.isEmpty, !transaction.rollChanges.isWhole {
            let snapshot = try transaction.rollSnapshot()
            db.afterNextTransaction { [rollCache] _ in rollCache.keep(snapshot) }
        }
        return recorded.value
    }

    /// Closes the file before it is moved; nothing can be read or written any more.
    package func close() throws { try pool.close() }

    /// Reads on a read-only connection, all from one moment. For the Reading layer; no other names the database.
    ///
    /// It reads on the thread that asks, since most reads take less time than handing the work to another thread and
    /// waiting for it; what grows with the roll or has a picture in it uses `readAtLength`.
    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try StoreError.translating { try pool.read(body) }
    }

    /// The same on a thread of its own, one after the other: what may take milliseconds keeps no other request waiting,
    /// and what one has read the next finds ready.
    ///
    /// The library's own asynchronous read must not stand beside `read`: it holds a connection while it waits for one of
    /// the threads on which `read` waits for a connection.
    package func readAtLength<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await read(on: lengthy, body)
    }

    private func read<Value: Sendable>(
        on queue: DispatchQueue, _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        let pool = pool
        return try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(with: Result { try StoreError.translating { try pool.read(body) } })
            }
        }
    }
}

extension OrganisationDatabase {
    /// How the writing connection is set, for those who want to be sure.
    package func pragmas() async throws -> [String: String] {
        try await pool.writeWithoutTransaction { db in
            var values: [String: String] = [:]
            for name in ["synchronous", "journal_mode", "foreign_keys"] {
                values[name] = try String.fetchOne(db, sql: "PRAGMA \(name)")
            }
            return values
        }
    }
}
