import GRDB
import Testing

@testable import Store

@Suite("Names that were typed before they had a key") struct TypedNamesMigrationTests {
    @Test("get one when the file is opened")
    func filled() throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(configuration: configuration)
        let migrator = DatabaseFile.migrator(Migration.organisation).disablingDeferredForeignKeyChecks()
        try migrator.migrate(queue, upTo: "036 films")
        try queue.write { db in
            try db.execute(sql: "INSERT INTO picturedName (picture, name) VALUES ('p', 'Zoë O’Hara'), ('q', '–')")
        }
        try migrator.migrate(queue)
        let letters = try queue.read { db in
            try String.fetchAll(db, sql: "SELECT letters FROM picturedName ORDER BY picture")
        }
        #expect(letters == ["zoeohara", ""])
    }
}
