import Foundation
import GRDB
import Governance

/// What a list would change, in a file of its own beside the organisation's: nothing of it is in the organisation before
/// it is confirmed, no backup has it, and throwing it away is deleting one file.
package final class ImportStaging: Sendable {
    package let file: URL
    let queue: DatabaseQueue

    /// Makes an empty one, over one that is there.
    package init(creating file: URL) throws {
        self.file = file
        for path in [file.path, file.path + "-journal"] { try? FileManager.default.removeItem(atPath: path) }
        _ = FileManager.default.createFile(
            atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600])
        queue = try Self.queue(file)
        try StoreError.translating {
            try queue.writeWithoutTransaction { db in try db.execute(sql: Self.tables) }
        }
    }

    /// Opens one that was filled.
    package init(opening file: URL) throws {
        guard FileManager.default.fileExists(atPath: file.path) else { throw ActionError.notFound }
        self.file = file
        queue = try Self.queue(file)
    }

    private static func queue(_ file: URL) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            // a crash leaves a file that is thrown away, so nothing in it needs the disk's word
            try db.execute(
                sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE; "
                    + "PRAGMA cache_size = -16000")
        }
        return try StoreError.translating { try DatabaseQueue(path: file.path, configuration: configuration) }
    }

    private static let tables = """
        CREATE TABLE row (
            id INTEGER PRIMARY KEY, line INTEGER NOT NULL, file TEXT NOT NULL, newId TEXT NOT NULL,
            number TEXT NOT NULL, ref TEXT NOT NULL, kind TEXT NOT NULL, given TEXT NOT NULL, family TEXT NOT NULL,
            preferred TEXT, middle TEXT, form TEXT, title TEXT, school TEXT, email TEXT, consentStatus TEXT,
            consentChannels TEXT, consentFrom TEXT, consentUntil TEXT, consentWithdrawnOn TEXT,
            isRemoved INTEGER NOT NULL DEFAULT 0, isKnown INTEGER NOT NULL DEFAULT 0, person TEXT, outcome TEXT
        ) STRICT;
        CREATE TABLE doubt (
            id INTEGER PRIMARY KEY, weight TEXT NOT NULL, file TEXT NOT NULL, line INTEGER NOT NULL,
            "column" TEXT NOT NULL, value TEXT NOT NULL, says TEXT NOT NULL, advice TEXT NOT NULL
        ) STRICT;
        CREATE TABLE parent (ref TEXT NOT NULL, ofRow INTEGER, name TEXT NOT NULL, email TEXT, relation TEXT) STRICT;
        CREATE TABLE heldNumber (number TEXT NOT NULL, school TEXT) STRICT;
        CREATE TABLE gone (person TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE orOrg (ref TEXT PRIMARY KEY, name TEXT NOT NULL, school TEXT) STRICT, WITHOUT ROWID;
        CREATE TABLE orRole (user TEXT NOT NULL, role TEXT NOT NULL, org TEXT NOT NULL) STRICT;
        CREATE TABLE orClass (
            ref TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, school TEXT, line INTEGER NOT NULL,
            isRemoved INTEGER NOT NULL, isHeld INTEGER NOT NULL DEFAULT 0
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE orEnrolment (class TEXT NOT NULL, user TEXT NOT NULL, isRemoved INTEGER NOT NULL) STRICT;
        CREATE TABLE orParent (ref TEXT NOT NULL, name TEXT NOT NULL, email TEXT, relation TEXT) STRICT;
        CREATE TABLE orAgent (one TEXT NOT NULL, other TEXT NOT NULL) STRICT;
        """

    /// Fills it, all in one transaction, with the organisation's roll beside it to look things up.
    package func fill(
        beside organisation: OrganisationDatabase, _ body: (ImportStagingWriter) throws -> Void
    ) throws {
        let roll = organisation.folder.appendingPathComponent(OrganisationDatabase.fileName).path
        try StoreError.translating {
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "ATTACH DATABASE ? AS roll", arguments: [roll])
                try db.inTransaction {
                    try body(ImportStagingWriter(db))
                    return .commit
                }
                db.clearSchemaCache()
                try db.execute(sql: "DETACH DATABASE roll")
            }
        }
    }

    /// Reads what it holds; for the Reading layer.
    package func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try StoreError.translating { try queue.read(body) }
    }

    /// What stands in the way or should be looked at, what is held first.
    package func doubts(most: Int, after: Int = 0) throws -> [ImportDoubt] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT weight, file, line, "column", value, says, advice FROM doubt
                    ORDER BY weight <> 'held', weight <> 'consent', file, line, id LIMIT ? OFFSET ?
                    """, arguments: [most, after]
            ).compactMap { row in
                ImportDoubt.Weight(rawValue: row[0]).map {
                    ImportDoubt(
                        $0, file: row[1], line: row[2], column: row[3], value: row[4], says: row[5], advice: row[6])
                }
            }
        }
    }
}
