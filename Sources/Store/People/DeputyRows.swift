import Foundation
import GRDB
import Governance

extension Deputising {
    package static let columns = "id, absent, deputy, beginsAt, endsAt"

    package init(_ row: Row) {
        self.init(
            id: Identifier(row[0]), absent: Identifier(row[1]), deputy: Identifier(row[2]),
            from: Date(milliseconds: row[3]), until: Date(milliseconds: row[4]))
    }
}

extension WriteTransaction {
    package func insert(_ deputising: Deputising) throws {
        try execute(
            "INSERT INTO deputy (id, absent, deputy, beginsAt, endsAt) VALUES (?, ?, ?, ?, ?)",
            [
                deputising.id.text, deputising.absent.text, deputising.deputy.text, deputising.from.milliseconds,
                deputising.until.milliseconds,
            ])
    }

    package func deputising(_ id: Identifier<Deputising>) throws -> Deputising {
        let sql = "SELECT \(Deputising.columns) FROM deputy WHERE id = ?"
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [id.text]) else { throw ActionError.notFound }
        return Deputising(row)
    }

    /// Ends it now; one that has not begun is removed.
    package func end(_ deputising: Deputising) throws {
        if deputising.from >= now {
            try execute("DELETE FROM deputy WHERE id = ?", [deputising.id.text])
        } else {
            try execute("UPDATE deputy SET endsAt = ? WHERE id = ?", [now.milliseconds, deputising.id.text])
        }
    }
}

extension WriteTransaction {
    /// Whether someone stands in for the absent now, and so may hold their roles by their word alone.
    package func standsIn(_ deputy: Identifier<User>, for absent: Identifier<User>) throws -> Bool {
        try isDeputy(deputy, of: absent, from: now, until: now + 0.001)
    }

    /// Whether someone is to stand in for the absent for some of this time.
    package func isDeputy(
        _ deputy: Identifier<User>, of absent: Identifier<User>, from: Date, until: Date
    ) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (
                    SELECT 1 FROM deputy WHERE deputy = ? AND absent = ? AND beginsAt < ? AND endsAt > ?)
                """,
            arguments: [deputy.text, absent.text, until.milliseconds, from.milliseconds]) ?? false
    }
}
