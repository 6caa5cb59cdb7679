import Foundation
import GRDB
import Governance

extension RoleGrant {
    package static let columns = "id, user, role, school, beginsAt, endsAt, why"

    /// Nil for a role that this release does not know.
    package init?(_ row: Row) {
        guard let role = Role(rawValue: row[2]) else { return nil }
        self.init(
            id: Identifier(row[0]), user: Identifier(row[1]),
            grant: Grant(
                role, at: (row[3] as String?).map(Identifier.init), from: Date(milliseconds: row[4]),
                until: (row[5] as Int64?).map(Date.init(milliseconds:))),
            why: row[6])
    }
}

extension WriteTransaction {
    package func insert(_ row: RoleGrant) throws {
        try execute(
            """
            INSERT INTO roleGrant (id, user, role, school, beginsAt, endsAt, why) VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                row.id.text, row.user.text, row.grant.role.rawValue, row.grant.school?.text,
                row.grant.from.milliseconds, row.grant.until?.milliseconds, row.why,
            ])
    }

    package func grant(_ id: Identifier<Grant>) throws -> RoleGrant {
        let sql = "SELECT \(RoleGrant.columns) FROM roleGrant WHERE id = ?"
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [id.text]).flatMap(RoleGrant.init) else {
            throw ActionError.notFound
        }
        return row
    }

    /// Of a user, those that hold now or will.
    package func grants(of user: Identifier<User>) throws -> [RoleGrant] {
        try Row.fetchAll(
            db,
            sql: "SELECT \(RoleGrant.columns) FROM roleGrant WHERE user = ? AND (endsAt IS NULL OR endsAt > ?)",
            arguments: [user.text, now.milliseconds]
        ).compactMap(RoleGrant.init)
    }

    /// Of a user, all that they hold, will hold or held.
    package func grantsEver(of user: Identifier<User>) throws -> [RoleGrant] {
        try Row.fetchAll(
            db, sql: "SELECT \(RoleGrant.columns) FROM roleGrant WHERE user = ?", arguments: [user.text]
        ).compactMap(RoleGrant.init)
    }

    /// Where a user has or had a role; nil among them: in the whole organisation.
    package func schoolsEver(of user: Identifier<User>) throws -> Set<Identifier<School>?> {
        try User.schoolsEver(db, of: user)
    }

    /// Ends it now; one that has not begun never holds.
    package func end(_ grant: RoleGrant) throws {
        try execute(
            "UPDATE roleGrant SET endsAt = max(?, beginsAt) WHERE id = ?", [now.milliseconds, grant.id.text])
    }

    /// Active users who administer the whole organisation now and without an end.
    package func lastingAdministrators() throws -> Set<Identifier<User>> {
        let ids = try String.fetchAll(
            db,
            sql: """
                SELECT DISTINCT roleGrant.user FROM roleGrant JOIN user ON user.id = roleGrant.user
                WHERE role = 'administrator' AND school IS NULL AND endsAt IS NULL AND beginsAt <= ?
                    AND user.endedAt IS NULL
                """,
            arguments: [now.milliseconds])
        return Set(ids.map(Identifier.init))
    }

    /// Active users who hold one of the roles at the school now, themselves.
    package func holders(of role: Role, at school: Identifier<School>?) throws -> Set<Identifier<User>> {
        let ids = try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT DISTINCT roleGrant.user FROM roleGrant JOIN user ON user.id = roleGrant.user
                    WHERE role = :role AND (school IS NULL OR school = :school) AND user.endedAt IS NULL
                        AND beginsAt <= :now AND (endsAt IS NULL OR endsAt > :now)
                    """),
            arguments: ["role": role.rawValue, "school": school?.text, "now": now.milliseconds])
        return Set(ids.map(Identifier.init))
    }
}
