import Foundation
import GRDB

extension InstallationDatabase {
    /// Whether an organisation of this machine keeps anything sealed, which only the key that sealed it opens.
    package func holdsSealed() throws -> Bool {
        try StoreError.translating {
            let slugs = try pool.read { db in try String.fetchAll(db, sql: "SELECT slug FROM organisation") }
            return try slugs.contains { slug in
                let file = folder(of: slug).appendingPathComponent(OrganisationDatabase.fileName)
                guard FileManager.default.fileExists(atPath: file.path) else { return false }
                var configuration = Configuration()
                configuration.readonly = true
                configuration.busyMode = .timeout(10)
                return try DatabaseQueue(path: file.path, configuration: configuration).read(Self.holdsSealed)
            }
        }
    }

    @Sendable private static func holdsSealed(_ db: Database) throws -> Bool {
        let kept = [
            ("signInProvider", "secret"), ("providerCheck", "refreshToken"), ("oneTimeCode", "secret"),
            ("mailServer", "password"), ("mail", "text"), ("accountLogin", "sealed"),
        ]
        return try kept.contains { table, column in
            guard try db.tableExists(table) else { return false }
            let sql = "SELECT EXISTS (SELECT 1 FROM \(table) WHERE \(column) IS NOT NULL)"
            return try Bool.fetchOne(db, sql: sql) ?? false
        }
    }
}
