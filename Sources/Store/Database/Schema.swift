import GRDB

/// The schemas that the migrations make, as text.
package enum Schema {
    package static func text() throws -> String {
        """
        -- Made by the migrations in Sources/Store/Migrations; a test compares. Never edited by hand.

        -- installation.sqlite

        \(try text(of: Migration.installation))

        -- organisations/SLUG/record.sqlite

        \(try text(of: Migration.organisation))

        """
    }

    private static func text(of migrations: [Migration]) throws -> String {
        let queue = try DatabaseQueue()
        try DatabaseFile.migrator(migrations).migrate(queue)
        return try queue.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name NOT GLOB 'grdb_*'
                    ORDER BY tbl_name COLLATE NOCASE, type = 'table' DESC, type, name
                    """)
        }.joined(separator: "\n\n")
    }
}
