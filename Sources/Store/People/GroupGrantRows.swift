import GRDB
import Governance

extension WriteTransaction {
    /// Grants of a user that a group at the provider gave and that hold, by the group.
    package func groupGrants(of user: Identifier<User>) throws -> [(group: String, grant: RoleGrant)] {
        let groups = try Row.fetchAll(
            db, sql: "SELECT roleGrant, groupName FROM groupGrant WHERE user = ?", arguments: [user.text])
        let byGrant = Dictionary(uniqueKeysWithValues: groups.map { ($0[0] as String, $0[1] as String) })
        return try grants(of: user).compactMap { row in byGrant[row.id.text].map { ($0, row) } }
    }

    package func insert(_ grant: RoleGrant, byGroup group: String) throws {
        try insert(grant)
        try execute(
            "INSERT INTO groupGrant (roleGrant, user, groupName) VALUES (?, ?, ?)",
            [grant.id.text, grant.user.text, group])
    }
}
