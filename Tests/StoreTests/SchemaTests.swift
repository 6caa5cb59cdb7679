import Foundation
import GRDB
import Store
import Testing

/// `CHAPERONE_WRITE_SCHEMA=1 swift test --filter SchemaTests` writes the file anew.
@Suite struct SchemaTests {
    private let checkedIn = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("schema.sql")

    @Test func theCheckedInSchemaIsTheOneThatMigrationsMake() throws {
        let made = try Schema.text()
        if ProcessInfo.processInfo.environment["CHAPERONE_WRITE_SCHEMA"] != nil {
            try made.write(to: checkedIn, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: checkedIn, encoding: .utf8) == made)
    }

    @Test func everyTableIsStrict() throws {
        for statement in try Schema.text().components(separatedBy: "\n\n") where statement.hasPrefix("CREATE TABLE") {
            #expect(statement.contains(") STRICT"), "\(statement)")
        }
    }
}
