import Foundation
import GRDB
import Governance

/// What is kept of a password.
package struct KeptPassword: Sendable, Equatable {
    package let salt: Data
    package let rounds: Int
    package let key: Data

    package init(salt: Data, rounds: Int, key: Data) {
        self.salt = salt
        self.rounds = rounds
        self.key = key
    }
}

extension OrganisationDatabase {
    /// An active user and the password on file, for signing in.
    package func signInFacts(email: String) async throws -> (user: User, password: KeptPassword)? {
        try await read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT \(User.columns), salt, rounds, key FROM user JOIN password ON password.user = user.id
                    WHERE email = ? AND endedAt IS NULL
                    """,
                arguments: [email])
            return try row.map { (try User($0), KeptPassword(salt: $0[5], rounds: $0[6], key: $0[7])) }
        }
    }

    package func password(of user: Identifier<User>) async throws -> KeptPassword? {
        try await read { db in
            try Row.fetchOne(
                db, sql: "SELECT salt, rounds, key FROM password WHERE user = ?", arguments: [user.text]
            ).map { KeptPassword(salt: $0[0], rounds: $0[1], key: $0[2]) }
        }
    }
}

extension Bookkeeping {
    /// Whether this is still the password of somebody who may come in: one may be set, or they be shut out, while the one
    /// that was typed is derived.
    package func stillHolds(_ password: KeptPassword, of user: Identifier<User>) throws -> Bool {
        try passwordStands(db, password, of: user)
    }
}

private func passwordStands(_ db: Database, _ password: KeptPassword, of user: Identifier<User>) throws -> Bool {
    try Row.fetchOne(
        db,
        sql: """
            SELECT salt, rounds, key FROM password JOIN user ON user.id = password.user
            WHERE user.id = ? AND endedAt IS NULL
            """, arguments: [user.text]
    ).map { KeptPassword(salt: $0[0], rounds: $0[1], key: $0[2]) } == password
}

extension WriteTransaction {
    /// As in bookkeeping.
    package func stillHolds(_ password: KeptPassword, of user: Identifier<User>) throws -> Bool {
        try passwordStands(db, password, of: user)
    }

    package func hasPassword(_ user: Identifier<User>) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM password WHERE user = ?)", arguments: [user.text]) ?? false
    }

    /// False when there was none.
    package func removePassword(of user: Identifier<User>) throws -> Bool {
        try execute("DELETE FROM password WHERE user = ?", [user.text])
        return db.changesCount == 1
    }

    package func keep(_ password: KeptPassword, of user: Identifier<User>) throws {
        try execute(
            """
            INSERT INTO password (user, salt, rounds, key, setAt) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (user) DO UPDATE SET
                salt = excluded.salt, rounds = excluded.rounds, key = excluded.key, setAt = excluded.setAt
            """,
            [user.text, password.salt, password.rounds, password.key, now.milliseconds])
    }
}
