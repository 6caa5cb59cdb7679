import Foundation
import GRDB
import Governance

extension WriteTransaction {
    /// What whoever makes this change may do now.
    package func authority() throws -> Authority {
        switch actor {
        case .console, .schedule: Authority(isMachine: true)
        case .visitor: Authority()
        case .user(let user): try Authority.read(db, user: user, at: now)
        }
    }

    /// What somebody may do now, whoever makes this change.
    package func authority(of user: Identifier<User>) throws -> Authority {
        try Authority.read(db, user: user, at: now)
    }

    /// Throws `.notPermitted` with the sentence unless one of the roles is held at the school.
    package func require(_ roles: Role..., at school: Identifier<School>?, _ says: String) throws {
        guard try authority().holds(any: roles, at: school) else { throw ActionError.notPermitted(says) }
    }
}

extension Authority {
    /// Grants valid now, and those of everyone whose deputy the user is now. To administer is never deputised:
    /// an absent administrator's deputy could otherwise make the deputising permanent.
    package static func read(_ db: Database, user: Identifier<User>, at instant: Date) throws -> Authority {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT role, school, beginsAt, endsAt FROM roleGrant
                    WHERE user = :user AND beginsAt <= :now AND (endsAt IS NULL OR endsAt > :now)
                        AND EXISTS (SELECT 1 FROM user WHERE id = :user AND endedAt IS NULL)
                    UNION ALL
                    SELECT roleGrant.role, roleGrant.school, max(roleGrant.beginsAt, deputy.beginsAt),
                        min(coalesce(roleGrant.endsAt, deputy.endsAt), deputy.endsAt)
                    FROM deputy JOIN roleGrant ON roleGrant.user = deputy.absent
                    WHERE deputy.deputy = :user AND deputy.beginsAt <= :now AND deputy.endsAt > :now
                        AND roleGrant.beginsAt <= :now AND (roleGrant.endsAt IS NULL OR roleGrant.endsAt > :now)
                        AND roleGrant.role <> 'administrator'
                        AND EXISTS (SELECT 1 FROM user WHERE id = :user AND endedAt IS NULL)
                    """),
            arguments: ["user": user.text, "now": instant.milliseconds])
        let grants = rows.compactMap { row -> Grant? in
            guard let role = Role(rawValue: row[0]) else { return nil }
            return Grant(
                role, at: (row[1] as String?).map(Identifier.init), from: Date(milliseconds: row[2]),
                until: (row[3] as Int64?).map(Date.init(milliseconds:)))
        }
        return Authority(grants: Set(grants))
    }
}
