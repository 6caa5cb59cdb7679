import Foundation
import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// What is known of the log-in details of each account, without them.
    package func lodgedLogins() async throws -> [Identifier<PostingAccount>: LodgedLogin] {
        try await read { db in
            let rows = try Row.fetchAll(
                db.cachedStatement(sql: "SELECT \(LodgedLogin.columns) FROM accountLogin"))
            return Dictionary(uniqueKeysWithValues: rows.map(LodgedLogin.init).map { ($0.account, $0) })
        }
    }

    /// Wishes to see log-in details that have neither been met nor run out.
    package func openLooks(at account: Identifier<PostingAccount>) async throws -> [LoginLook] {
        let now = clock.now
        return try await read { try LoginLook.open($0, at: account, now: now) }
    }
}
