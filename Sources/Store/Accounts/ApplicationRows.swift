import Foundation
import GRDB
import Governance

extension AccountApplication {
    /// The columns that `init(_:)` reads, in its order.
    package static let columns =
        "id, school, askedBy, askedAt, asked, state, settledBy, settledAt, reason, address, trained, account"

    package init(_ row: Row) throws {
        guard let state = State(rawValue: row[5]) else { throw StoreError.damaged("An application's row") }
        self.init(
            id: Identifier(row[0]), school: Identifier(row[1]), by: Identifier(row[2]),
            askedAt: Date(milliseconds: row[3]), asked: try StoredJSON.value(row[4]), state: state,
            settledBy: (row[6] as String?).map(Identifier.init),
            settledAt: (row[7] as Int64?).map(Date.init(milliseconds:)), reason: row[8], address: row[9],
            trained: Set(try StoredJSON.value(row[10], as: [Identifier<User>].self)),
            account: (row[11] as String?).map(Identifier.init))
    }

    /// Applications, the latest first.
    /// - Parameter id: one alone; nil: all of them.
    package static func read(
        _ db: Database, only id: Identifier<AccountApplication>? = nil
    ) throws -> [AccountApplication] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT \(columns) FROM accountApplication WHERE ?1 IS NULL OR id = ?1
                    ORDER BY askedAt DESC, id
                    """), arguments: [id?.text]
        ).map { try AccountApplication($0) }
    }
}

extension WriteTransaction {
    package func accountApplication(_ id: Identifier<AccountApplication>) throws -> AccountApplication {
        guard let found = try AccountApplication.read(db, only: id).first else { throw ActionError.notFound }
        return found
    }

    package func accountApplications() throws -> [AccountApplication] { try AccountApplication.read(db) }

    /// Those that somebody asked for, or is named in to run the account, and of which something is still to come.
    package func openApplications(of user: Identifier<User>) throws -> [AccountApplication] {
        try accountApplications().filter { application in
            application.state.isOpen && (application.by == user || application.asked.operators.contains(user))
        }
    }

    package func insert(_ application: AccountApplication) throws {
        try execute(
            "INSERT INTO accountApplication (\(AccountApplication.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                application.id.text, application.school.text, application.by.text, application.askedAt.milliseconds,
                try StoredJSON.text(application.asked), application.state.rawValue, application.settledBy?.text,
                application.settledAt?.milliseconds, application.reason, application.address,
                try StoredJSON.text(application.trained.sorted()), application.account?.text,
            ])
    }

    package func update(_ application: AccountApplication) throws {
        try execute(
            """
            UPDATE accountApplication SET asked = ?, state = ?, settledBy = ?, settledAt = ?, reason = ?, address = ?,
                trained = ?, account = ?
            WHERE id = ?
            """,
            [
                try StoredJSON.text(application.asked), application.state.rawValue, application.settledBy?.text,
                application.settledAt?.milliseconds, application.reason, application.address,
                try StoredJSON.text(application.trained.sorted()), application.account?.text, application.id.text,
            ])
    }
}
