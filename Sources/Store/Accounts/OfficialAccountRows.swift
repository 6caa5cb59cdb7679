import Foundation
import GRDB
import Governance

extension OfficialAccount {
    /// The columns that `init(_:_:)` reads, in its order.
    package static let columns =
        PostingAccount.columns + ", account.state, account.details, account.addedAt, account.closedAt"

    /// - Parameter operators: who runs it now.
    package init(_ row: Row, _ operators: [AccountOperator]) throws {
        guard let state = AccountState(rawValue: row[8]) else { throw StoreError.damaged("An account's row") }
        self.init(
            account: try PostingAccount(row), state: state, details: try StoredJSON.value(row[9]),
            addedAt: Date(milliseconds: row[10]), closedAt: (row[11] as Int64?).map(Date.init(milliseconds:)),
            operators: operators)
    }

    /// Accounts of the register, in use first, by name.
    /// - Parameter id: one alone; nil: all of them.
    package static func read(_ db: Database, only id: Identifier<PostingAccount>? = nil) throws -> [OfficialAccount] {
        let operators = try AccountOperator.now(db, of: id)
        return try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT \(columns) FROM account WHERE ?1 IS NULL OR id = ?1
                    ORDER BY closedAt IS NOT NULL, name COLLATE NOCASE, id
                    """), arguments: [id?.text]
        ).map { row in try OfficialAccount(row, operators[Identifier(row[0])] ?? []) }
    }
}

extension AccountOperator {
    /// Who runs which account now, without what they have read.
    static func now(
        _ db: Database, of account: Identifier<PostingAccount>?
    ) throws -> [Identifier<PostingAccount>: [AccountOperator]] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT accountOperator.account, user.id, user.name, user.kind, isLead, isTrained
                    FROM accountOperator JOIN user ON user.id = accountOperator.user
                    WHERE until IS NULL AND (?1 IS NULL OR account = ?1)
                    ORDER BY isLead DESC, user.name COLLATE NOCASE, user.id
                    """), arguments: [account?.text])
        return Dictionary(
            grouping: try rows.map { row in
                (
                    Identifier<PostingAccount>(row[0]),
                    AccountOperator(
                        user: Identifier(row[1]), name: row[2], kind: try Binding.Who(kept: row[3]),
                        isLead: row[4], isTrained: row[5])
                )
            }, by: \.0
        ).mapValues { $0.map(\.1) }
    }
}

extension WriteTransaction {
    package func officialAccount(_ id: Identifier<PostingAccount>) throws -> OfficialAccount {
        guard let account = try OfficialAccount.read(db, only: id).first else { throw ActionError.notFound }
        return account
    }

    package func officialAccounts() throws -> [OfficialAccount] { try OfficialAccount.read(db) }

    /// The accounts in use that someone runs.
    package func accounts(runBy user: Identifier<User>) throws -> [OfficialAccount] {
        try officialAccounts().filter { $0.state.isInUse && $0.operators.contains { $0.user == user } }
    }

    package func write(_ details: AccountDetails, of account: Identifier<PostingAccount>) throws {
        try execute("UPDATE account SET details = ? WHERE id = ?", [try StoredJSON.text(details), account.text])
    }

    /// Lets an account be active; the schema refuses one without a decision on record.
    package func activate(_ account: Identifier<PostingAccount>) throws {
        try execute("UPDATE account SET state = 'active', closedAt = NULL WHERE id = ?", [account.text])
    }

    /// Who runs it from now on; those who stay keep since when they do.
    package func write(_ operators: [AccountOperator], of account: Identifier<PostingAccount>) throws {
        let before = try AccountOperator.now(db, of: account)[account] ?? []
        for person in before where !operators.contains(where: { $0.user == person.user }) {
            try execute(
                "UPDATE accountOperator SET until = ? WHERE account = ? AND user = ? AND until IS NULL",
                [now.milliseconds, account.text, person.user.text])
        }
        for person in operators {
            try execute(
                """
                INSERT INTO accountOperator (account, user, isLead, isTrained, since) VALUES (?1, ?2, ?3, ?4, ?5)
                ON CONFLICT (account, user) WHERE until IS NULL
                    DO UPDATE SET isLead = excluded.isLead, isTrained = excluded.isTrained
                ON CONFLICT (account, user, since)
                    DO UPDATE SET isLead = excluded.isLead, isTrained = excluded.isTrained, until = NULL
                """, [account.text, person.user.text, person.isLead, person.isTrained, now.milliseconds])
        }
    }
}
