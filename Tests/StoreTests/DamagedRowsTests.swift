import GRDB
import Governance
import Testing

@testable import Store

@Suite("A row that this release cannot read") struct DamagedRowsTests {
    private func row(_ values: String) throws -> Row {
        try DatabaseQueue().read { db in try #require(try Row.fetchOne(db, sql: "SELECT \(values)")) }
    }

    @Test("is damaged, and is read as nothing else") func damaged() throws {
        let kind = try row("'c', 'p', '{}', 'whim', 'Because', 'u', 1, NULL, NULL, NULL, NULL, '[]'")
        #expect(throws: StoreError.damaged("An answer to a finding")) { try Correction(kind) }
        let outcome = try row("'c', 'p', '{}', 'other', 'Because', 'u', 1, 'shrugged', 'v', 2, NULL, '[]'")
        #expect(throws: StoreError.damaged("An answer to a finding")) { try Correction(outcome) }
        let review = try row("'r', 'p', 1, 2, 'shrugged', 'u', 3")
        #expect(throws: StoreError.damaged("The review of a post")) { try PostReview(review) }
        let open = try row("'r', 'p', 1, 2, NULL, NULL, NULL")
        #expect(try PostReview(open).outcome == nil)
        let user = try row("'u', 'Sam', 's@school.example', NULL, 'friend'")
        #expect(throws: StoreError.damaged("What somebody is to the school")) { try User(user) }
        #expect(throws: StoreError.damaged("Where a post stood")) { try PlacementState(kept: "lost") }
    }
}
