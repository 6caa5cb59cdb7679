import Foundation
import GRDB
import Governance

/// The few writes that are nobody's act and so are not on record: last use of a session, counts of failed sign-ins.
/// Each room adds its own in an extension, and says there why it needs no event.
package struct Bookkeeping {
    let db: Database
    package let now: Date
}

extension OrganisationDatabase {
    package func keep<Value: Sendable>(
        _ body: @escaping @Sendable (Bookkeeping) throws -> Value
    ) async throws -> Value {
        let now = clock.now
        return try await StoreError.translating {
            try await pool.write { db in try body(Bookkeeping(db: db, now: now)) }
        }
    }
}
