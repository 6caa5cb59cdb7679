import Foundation
import GRDB
import Governance
import Reading
import Testing

@testable import Store

@Suite struct FullDiskTests {
    @Test func aFullDiskIsSaidAndLeavesNothingHalfSaved() async throws {
        let scratch = try Scratch()
        let organisation = try scratch.organisation()
        try await organisation.pool.writeWithoutTransaction { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages + 3)")
        }
        let before = try await organisation.recordHead()
        let error = await #expect(throws: StoreError.self) {
            try await organisation.change(by: .console) { tx in
                let long = String(repeating: "x", count: 60_000)
                return Recorded(Event(.backedUp, .organisation, after: .text(long)))
            }
        }
        #expect(error == .diskFull)
        #expect(error?.says.hasPrefix("The disk is full") == true)
        #expect(try await organisation.recordHead() == before)
        try await organisation.change(by: .console) { _ in Recorded(Event(.backedUp, .organisation)) }
    }
}
