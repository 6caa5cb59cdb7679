import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// The register: open accounts first, by name.
    package func accounts(at school: Identifier<School>? = nil) async throws -> [PostingAccount] {
        try await read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT \(PostingAccount.columns) FROM account WHERE ?1 IS NULL OR school = ?1
                        ORDER BY closedAt IS NOT NULL, name COLLATE NOCASE, id
                        """), arguments: [school?.text]
            ).map { try PostingAccount($0) }
        }
    }
}
