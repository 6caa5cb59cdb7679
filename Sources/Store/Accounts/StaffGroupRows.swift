import Foundation
import GRDB
import Governance

extension StaffGroup {
    package static let columns =
        "id, school, name, network, address, purpose, creator, everyDays, addedAt, checkedAt, closedAt"

    package init(_ row: Row) throws {
        guard let network = Network(rawValue: row[3]) else { throw StoreError.damaged("A staff group's row") }
        self.init(
            id: Identifier(row[0]), school: (row[1] as String?).map(Identifier.init), name: row[2], network: network,
            address: row[4], purpose: row[5], creator: Identifier(row[6]), everyDays: row[7],
            addedAt: Date(milliseconds: row[8]), checkedAt: (row[9] as Int64?).map(Date.init(milliseconds:)),
            closedAt: (row[10] as Int64?).map(Date.init(milliseconds:)))
    }

    /// In use first, by name.
    package static func all(_ db: Database) throws -> [StaffGroup] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT \(columns) FROM staffGroup ORDER BY closedAt IS NOT NULL, name COLLATE NOCASE, id
                    """)
        ).map { try StaffGroup($0) }
    }
}

extension WriteTransaction {
    package func staffGroup(_ id: Identifier<StaffGroup>) throws -> StaffGroup {
        let sql = "SELECT \(StaffGroup.columns) FROM staffGroup WHERE id = ?"
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [id.text]) else { throw ActionError.notFound }
        return try StaffGroup(row)
    }

    /// Those in use for which somebody answers.
    package func staffGroups(of creator: Identifier<User>) throws -> [StaffGroup] {
        try Row.fetchAll(
            db,
            sql: "SELECT \(StaffGroup.columns) FROM staffGroup WHERE creator = ? AND closedAt IS NULL ORDER BY id",
            arguments: [creator.text]
        ).map { try StaffGroup($0) }
    }

    /// Whether a group of the same school, or of the whole organisation, has this address already, however it is written.
    /// At another school it is another group: an address may be no more than “ask the office”.
    package func isTaken(_ address: String, on network: Network, at school: Identifier<School>?) throws -> Bool {
        let wanted = AccountHandle(address, on: network)
        return try String.fetchAll(
            db,
            sql: """
                SELECT address FROM staffGroup
                WHERE network = ? AND closedAt IS NULL AND (school IS NULL OR school IS ?)
                """, arguments: [network.rawValue, school?.text]
        ).contains { AccountHandle($0, on: network) == wanted }
    }

    /// Writes it anew, or over the one of the same identifier.
    package func write(_ group: StaffGroup) throws {
        try execute(
            """
            INSERT INTO staffGroup (\(StaffGroup.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET creator = excluded.creator, everyDays = excluded.everyDays,
                checkedAt = excluded.checkedAt, closedAt = excluded.closedAt
            """,
            [
                group.id.text, group.school?.text, group.name, group.network.rawValue, group.address, group.purpose,
                group.creator.text, group.everyDays, group.addedAt.milliseconds, group.checkedAt?.milliseconds,
                group.closedAt?.milliseconds,
            ])
    }
}
