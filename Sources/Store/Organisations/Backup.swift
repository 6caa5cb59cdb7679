import Foundation
import GRDB
import Governance

extension OrganisationDatabase {
    /// Copies the database as of one moment into a single file, while people go on writing; returns the head it has.
    ///
    /// The file takes its name only when it is whole, and never that of a file that is there. Nobody else on the machine
    /// can read it.
    package func backUp(to file: URL) async throws -> RecordHead {
        guard !FileManager.default.fileExists(atPath: file.path) else { throw StoreError.alreadyThere(file.path) }
        let folder = file.deletingLastPathComponent().path
        guard FileManager.default.fileExists(atPath: folder) else { throw StoreError.missing(folder) }
        let partial = file.appendingPathExtension("partial")
        try? FileManager.default.removeItem(at: partial)
        guard
            FileManager.default.createFile(atPath: partial.path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw StoreError.readOnly(folder) }
        do {
            let head = try StoreError.translating {
                let copy = try DatabaseQueue(path: partial.path)
                try pool.backup(to: copy)
                let head = try copy.writeWithoutTransaction { db in
                    // A copy of a database in WAL mode is one too; a backup is to be one file.
                    _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
                    return try RecordHead.read(db)
                }
                try copy.close()
                return head
            }
            try flush(partial)
            try FileManager.default.moveItem(at: partial, to: file)
            return head
        } catch {
            try? FileManager.default.removeItem(at: partial)
            throw error
        }
    }

    private func flush(_ file: URL) throws {
        let handle = try FileHandle(forUpdating: file)
        try handle.synchronize()
        try handle.close()
    }
}

/// What a backup file holds, read before it is used.
package struct BackupFile: Sendable {
    package let card: OrganisationCard
    package let verification: RecordVerification

    /// Throws `StoreError` when it is no backup, is damaged, or comes from a newer release.
    package static func check(_ file: URL, expected: RecordHead? = nil) throws -> BackupFile {
        guard FileManager.default.fileExists(atPath: file.path) else { throw StoreError.missing(file.path) }
        do { return try read(file, expected: expected) } catch StoreError.damaged {
            throw StoreError.damaged(file.path)
        }
    }

    private static func read(_ file: URL, expected: RecordHead?) throws -> BackupFile {
        try StoreError.translating {
            var configuration = Configuration()
            configuration.readonly = true
            let queue = try DatabaseQueue(path: file.path, configuration: configuration)
            let card = try queue.read { db in
                guard try db.tableExists("organisation"), try db.tableExists("event") else {
                    throw StoreError.damaged(file.path)
                }
                guard try !DatabaseFile.migrator(Migration.organisation).hasBeenSuperseded(db) else {
                    throw StoreError.newerDatabase(file.path)
                }
                guard try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"],
                    try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil
                else { throw StoreError.damaged(file.path) }
                return try OrganisationCard.read(db)
            }
            try queue.close()
            return BackupFile(card: card, verification: try RecordVerification.of(file, expected: expected))
        }
    }

    /// Copies the file into a folder as an organisation's database.
    package static func copy(_ file: URL, into folder: URL) throws {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try StoreError.translating {
            var configuration = Configuration()
            configuration.readonly = true
            let source = try DatabaseQueue(path: file.path, configuration: configuration)
            let copy = try DatabaseQueue(
                path: folder.appendingPathComponent(OrganisationDatabase.fileName).path)
            try source.backup(to: copy)
            try copy.close()
            try source.close()
        }
    }
}

extension WriteTransaction {
    /// Ends everything that lets somebody in without a password, and everything that waits to go outside: what a backup
    /// knows of it is out of date, calendars' addresses and families' links too. Mails of then were sent then, and a
    /// provider's tokens of then count no more. A post that was to go out may be out since: it is looked for first.
    package func endEverySessionAndLink() throws {
        for table in [
            "codeStep", "providerSignIn", "providerCheck", "noticeToMail", "mail", "calendarAddress", "pictureLinkWish",
            "joining",
        ] {
            try execute("DELETE FROM \(table)")
        }
        try execute("UPDATE pictureLink SET usedAt = ? WHERE usedAt IS NULL", [now.milliseconds])
        try execute("UPDATE dispatch SET mayBeOut = 1 WHERE work = 'publish' AND state IN ('waiting', 'begun')")
        try execute("UPDATE session SET endedAt = ? WHERE endedAt IS NULL", [now.milliseconds])
        try execute("UPDATE oneTimeLink SET usedAt = ? WHERE usedAt IS NULL", [now.milliseconds])
    }
}
