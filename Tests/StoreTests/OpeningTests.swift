import Foundation
import GRDB
import Governance
import Store
import Testing

@Suite struct OpeningTests {
    @Test func everyWriteReachesTheDiskBeforeItIsAnswered() async throws {
        let scratch = try Scratch()
        let organisation = try scratch.organisation()
        let pragmas = try await organisation.pragmas()
        #expect(pragmas == ["synchronous": "2", "journal_mode": "wal", "foreign_keys": "1"])
    }

    @Test func aDatabaseOfANewerReleaseIsRefusedWithASentence() throws {
        let scratch = try Scratch()
        let file = scratch.folder.appendingPathComponent("school/record.sqlite")
        _ = try scratch.organisation()
        try DatabaseQueue(path: file.path).write { db in
            try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('999 from the future')")
        }
        let error = #expect(throws: StoreError.self) { try scratch.organisation() }
        #expect(error == .newerDatabase(file.path))
        #expect(error?.says.contains("newer release") == true)
    }
}
