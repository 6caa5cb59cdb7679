import GRDB
import Governance

extension WriteTransaction {
    /// Every grant that a list of roles gave and that holds now or will, of those who were not shut out.
    package func listGrants() throws -> [RoleGrant] {
        let columns = RoleGrant.columns.split(separator: ", ").map { "roleGrant.\($0)" }.joined(separator: ", ")
        return try Row.fetchAll(
            db,
            sql: """
                SELECT \(columns) FROM listGrant JOIN roleGrant ON roleGrant.id = listGrant.roleGrant
                    JOIN user ON user.id = roleGrant.user
                WHERE user.endedAt IS NULL AND (roleGrant.endsAt IS NULL OR roleGrant.endsAt > ?)
                ORDER BY user.name COLLATE NOCASE, user.id, roleGrant.role, roleGrant.school, roleGrant.id
                """, arguments: [now.milliseconds]
        ).compactMap(RoleGrant.init)
    }

    package func insertByList(_ grant: RoleGrant) throws {
        try insert(grant)
        try execute("INSERT INTO listGrant (roleGrant) VALUES (?)", [grant.id.text])
    }
}
