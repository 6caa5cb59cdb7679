import Foundation
import GRDB
import Governance

extension WriteTransaction {
    package func account(_ id: Identifier<PostingAccount>) throws -> PostingAccount {
        let row = try Row.fetchOne(
            db, sql: "SELECT \(PostingAccount.columns) FROM account WHERE id = ?", arguments: [id.text])
        guard let row else { throw ActionError.notFound }
        return try PostingAccount(row)
    }

    /// Whether another account has this handle on this network already, however it is written.
    package func isTaken(_ handle: String, on network: Network, by other: Identifier<PostingAccount>) throws -> Bool {
        let wanted = AccountHandle(handle, on: network)
        return try String.fetchAll(
            db, sql: "SELECT handle FROM account WHERE network = ? AND id <> ?",
            arguments: [network.rawValue, other.text]
        ).contains { AccountHandle($0, on: network) == wanted }
    }

    /// Puts an account that exists already on the register, as a legacy one.
    package func insert(_ account: PostingAccount) throws {
        try execute(
            """
            INSERT INTO account (id, school, name, network, handle, type, readers, addedAt, closedAt, state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                account.id.text, account.school.text, account.name, account.network.rawValue, account.handle,
                account.type.rawValue, account.readers.rawValue, now.milliseconds,
                account.state == .closed ? now.milliseconds : nil,
                (account.state == .closed ? AccountState.closed : .legacy).rawValue,
            ])
    }

    package func update(_ account: PostingAccount) throws {
        try execute(
            """
            UPDATE account SET school = ?1, name = ?2, network = ?3, handle = ?4, type = ?5, readers = ?6,
                closedAt = CASE WHEN ?7 THEN coalesce(closedAt, ?8) END,
                state = CASE WHEN ?7 THEN 'closed' WHEN state = 'closed' THEN 'legacy' ELSE state END
            WHERE id = ?9
            """,
            [
                account.school.text, account.name, account.network.rawValue, account.handle, account.type.rawValue,
                account.readers.rawValue, account.state == .closed, now.milliseconds, account.id.text,
            ])
    }
}

extension OrganisationDatabase {
    /// One account; nil when there is none of this id.
    package func account(_ id: Identifier<PostingAccount>) async throws -> PostingAccount? {
        try await read { db in
            let sql = "SELECT \(PostingAccount.columns) FROM account WHERE id = ?"
            return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id.text]).map { try PostingAccount($0) }
        }
    }
}

extension PostingAccount {
    /// The columns that `init(_:)` reads, in its order; of the table `account`.
    package static let columns =
        "account.id, account.school, account.name, account.network, account.handle, account.type, account.readers, "
        + "account.closedAt IS NOT NULL"

    /// - Parameter offset: where its columns begin in a row of a join.
    package init(_ row: Row, at offset: Int = 0) throws {
        guard let network = Network(rawValue: row[offset + 3]),
            let type = Draft.AccountType(rawValue: row[offset + 5]),
            let readers = Readers(rawValue: row[offset + 6])
        else { throw StoreError.damaged("An account's row") }
        self.init(
            id: Identifier(row[offset]), school: Identifier(row[offset + 1]), name: row[offset + 2],
            network: network, handle: row[offset + 4], type: type, readers: readers,
            state: row[offset + 7] ? .closed : .open)
    }
}
