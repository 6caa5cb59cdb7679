import Foundation
import GRDB

/// Opening of one SQLite file the way every file of ours is opened.
enum DatabaseFile {
    static func open(_ file: URL, migrations: [Migration]) throws -> DatabasePool {
        try StoreError.translating {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            // SQLite gives its -wal and -shm files the permissions of this one
            if !FileManager.default.fileExists(atPath: file.path) {
                _ = FileManager.default.createFile(
                    atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600])
            }
            let pool = try DatabasePool(path: file.path, configuration: configuration)
            try pool.writeWithoutTransaction { db in
                // The pool sets NORMAL when it turns WAL on, after the configuration has been applied.
                try db.execute(sql: "PRAGMA synchronous = FULL")
            }
            let migrator = migrator(migrations)
            guard try !pool.read(migrator.hasBeenSuperseded) else { throw StoreError.newerDatabase(file.path) }
            try migrator.migrate(pool)
            return pool
        }
    }

    static func migrator(_ migrations: [Migration]) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for migration in migrations {
            migrator.registerMigration(migration.name) { db in
                db.add(function: Migration.lettersTyped)
                try db.execute(sql: migration.sql)
            }
        }
        return migrator
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            // REPLACE would otherwise delete rows without their triggers.
            try db.execute(sql: "PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF")
        }
        return configuration
    }
}
