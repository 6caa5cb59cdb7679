import Foundation
import GRDB
import Governance

/// The mail server of an organisation with its sealed password.
package struct KeptMailServer: Sendable, Equatable {
    package var server: MailServer
    package var password: Data?

    package init(server: MailServer, password: Data?) {
        self.server = server
        self.password = password
    }

    fileprivate static func read(_ db: Database) throws -> KeptMailServer? {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT settings, password FROM mailServer WHERE id = 1"))
        return try row.map { KeptMailServer(server: try StoredJSON.value($0[0]), password: $0[1]) }
    }
}

extension OrganisationDatabase {
    package func mailServer() async throws -> KeptMailServer? { try await read { try KeptMailServer.read($0) } }

    package func mailChoice(of user: Identifier<User>) async throws -> MailChoice {
        try await read { try MailChoice.read($0, user) }
    }
}

extension MailChoice {
    static func read(_ db: Database, _ user: Identifier<User>) throws -> MailChoice {
        let text = try String.fetchOne(
            db.cachedStatement(sql: "SELECT choice FROM mailChoice WHERE user = ?"), arguments: [user.text])
        return try text.map { try StoredJSON.value($0) } ?? MailChoice()
    }
}

extension WriteTransaction {
    package func mailServer() throws -> KeptMailServer? { try KeptMailServer.read(db) }

    package func keep(_ kept: KeptMailServer) throws {
        try execute(
            """
            INSERT INTO mailServer (id, settings, password, changedAt) VALUES (1, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET settings = excluded.settings, password = excluded.password,
                changedAt = excluded.changedAt
            """, [try StoredJSON.text(kept.server), kept.password, now.milliseconds])
    }

    package func mailChoice(of user: Identifier<User>) throws -> MailChoice { try MailChoice.read(db, user) }

    package func keep(_ choice: MailChoice, of user: Identifier<User>) throws {
        try execute(
            """
            INSERT INTO mailChoice (user, choice) VALUES (?, ?)
            ON CONFLICT (user) DO UPDATE SET choice = excluded.choice
            """, [user.text, try StoredJSON.text(choice)])
    }
}
