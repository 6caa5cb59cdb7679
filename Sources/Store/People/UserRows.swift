import Foundation
import GRDB
import Governance

extension Binding.Who {
    /// As a row keeps it; throws `StoreError.damaged`: who is bound by which clauses rests on it.
    init(kept word: String) throws {
        guard let who = Binding.Who(rawValue: word) else { throw StoreError.damaged("What somebody is to the school") }
        self = who
    }
}

extension User {
    /// The columns that `init(_:)` reads, in its order.
    package static let columns = "user.id, user.name, user.email, user.endedAt, user.kind"

    package init(_ row: Row) throws {
        self.init(
            id: Identifier(row[0]), name: row[1], email: row[2],
            endedAt: (row[3] as Int64?).map(Date.init(milliseconds:)), kind: try Binding.Who(kept: row[4]))
    }
}

extension WriteTransaction {
    package func user(_ id: Identifier<User>) throws -> User {
        let sql = "SELECT \(User.columns) FROM user WHERE id = ?"
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [id.text]) else { throw ActionError.notFound }
        return try User(row)
    }

    package func user(email: String) throws -> User? {
        try Row.fetchOne(db, sql: "SELECT \(User.columns) FROM user WHERE email = ?", arguments: [email]).map(User.init)
    }

    /// Everyone who signs in or did, by name.
    package func users() throws -> [User] {
        try Row.fetchAll(db, sql: "SELECT \(User.columns) FROM user ORDER BY name COLLATE NOCASE, id").map(User.init)
    }

    /// Everyone who was not shut out.
    package func activeUsers() throws -> [User] {
        try Row.fetchAll(db, sql: "SELECT \(User.columns) FROM user WHERE endedAt IS NULL").map(User.init)
    }

    package func insert(_ user: User) throws {
        try execute(
            "INSERT INTO user (id, name, email, addedAt, kind) VALUES (?, ?, ?, ?, ?)",
            [user.id.text, user.name, user.email, now.milliseconds, user.kind.rawValue])
    }

    package func update(_ user: User) throws {
        try execute(
            "UPDATE user SET name = ?, email = ?, endedAt = ?, kind = ? WHERE id = ?",
            [user.name, user.email, user.endedAt?.milliseconds, user.kind.rawValue, user.id.text])
    }
}
