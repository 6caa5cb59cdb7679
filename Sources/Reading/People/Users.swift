import Foundation
import GRDB
import Governance
import Store

/// A user in a list, with what they may do now or will.
package struct UserLine: Sendable, Equatable {
    package let user: User
    /// Those that hold now or will.
    package let grants: [RoleGrant]
    /// Where they have or had a role; nil among them: in the whole organisation.
    package let schoolsEver: Set<Identifier<School>?>
    /// Whether a password was ever set; without one, an invitation waits.
    package let hasPassword: Bool

    /// Whether they can sign in, and hold one of these roles then at a school; nil: in the whole organisation.
    package func holds(any roles: [Role], at school: Identifier<School>?, on instant: Date) -> Bool {
        user.endedAt == nil && authority(at: instant).holds(any: roles, at: school)
    }

    /// The same of any place.
    package func holdsAnywhere(_ roles: [Role], on instant: Date) -> Bool {
        user.endedAt == nil && authority(at: instant).grants.contains { roles.contains($0.role) }
    }

    /// What they may do at an instant by roles of their own.
    package func authority(at instant: Date) -> Authority {
        Authority(grants: Set(grants.map(\.grant).filter { $0.isValid(at: instant) }))
    }
}

extension OrganisationDatabase {
    /// Everyone by name, those who left last.
    package func users() async throws -> [UserLine] { try await users(only: nil, .all, "", most: -1, after: 0) }

    /// Those whose name or e-mail address holds the words, by name, those who left last; at most so many, after so many
    /// that come before them.
    ///
    /// - Parameter reach: who is found at all, by where they have or had a role.
    package func users(
        named words: String, within reach: SchoolReach, most: Int, after: Int
    ) async throws -> [UserLine] {
        try await users(only: nil, reach, words, most: most, after: after)
    }

    /// How many of those that are found can sign in.
    package func activeUsers(within reach: SchoolReach) async throws -> Int {
        try await read { db in
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM user WHERE endedAt IS NULL AND \(Self.isFound)",
                arguments: ["schools": reach.asJSON]) ?? 0
        }
    }

    /// As `SchoolReach.finds(everAt:)` judges it.
    private static let isFound = """
        (:schools IS NULL OR NOT EXISTS (SELECT 1 FROM roleGrant WHERE roleGrant.user = user.id)
            OR EXISTS (SELECT 1 FROM roleGrant JOIN json_each(:schools) ON roleGrant.school = json_each.value
                WHERE roleGrant.user = user.id))
        """

    private func users(
        only one: Identifier<User>?, _ reach: SchoolReach, _ words: String, most: Int, after: Int
    ) async throws -> [UserLine] {
        let now = clock.now
        return try await read { db in
            try UserLine.fetch(
                db,
                """
                (:one IS NULL OR id = :one) AND (name LIKE :words OR email LIKE :words) AND \(Self.isFound)
                ORDER BY endedAt IS NOT NULL, name COLLATE NOCASE, id LIMIT :most OFFSET :after
                """,
                [
                    "one": one?.text, "words": SearchWords.anywhere(words), "most": most, "after": after,
                    "schools": reach.asJSON,
                ], now: now)
        }
    }

    /// Those who can sign in and hold one of these roles within reach, and these users besides, by name.
    package func users(
        holding roles: [Role], within reach: SchoolReach, or besides: Set<Identifier<User>>
    ) async throws -> [UserLine] {
        let now = clock.now
        return try await read { db in
            try UserLine.fetch(
                db,
                """
                endedAt IS NULL AND (id IN (SELECT value FROM json_each(:besides)) OR EXISTS (
                    SELECT 1 FROM roleGrant WHERE roleGrant.user = user.id
                        AND role IN (SELECT value FROM json_each(:roles))
                        AND (:schools IS NULL OR school IS NULL OR school IN (SELECT value FROM json_each(:schools)))
                        AND beginsAt <= :now AND (endsAt IS NULL OR endsAt > :now)))
                ORDER BY name COLLATE NOCASE, id
                """,
                [
                    "besides": try StoredJSON.text(besides.map(\.text)),
                    "roles": try StoredJSON.text(roles.map(\.rawValue)),
                    "schools": reach.asJSON, "now": now.milliseconds,
                ], now: now)
        }
    }

    package func user(_ id: Identifier<User>) async throws -> UserLine? {
        try await users(only: id, .all, "", most: 1, after: 0).first
    }

    /// The names of users by id, for showing who did something.
    package func userNames() async throws -> [Identifier<User>: String] {
        try await read { db in
            let rows = try Row.fetchAll(db.cachedStatement(sql: "SELECT id, name FROM user"))
            return Dictionary(uniqueKeysWithValues: rows.map { (Identifier($0[0]), $0[1]) })
        }
    }
}

extension UserLine {
    /// The users of a condition, with grants of theirs alone.
    fileprivate static func fetch(
        _ db: Database, _ condition: String, _ arguments: StatementArguments, now: Date
    ) throws -> [UserLine] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT \(User.columns), EXISTS (SELECT 1 FROM password WHERE password.user = user.id)
                FROM user WHERE \(condition)
                """, arguments: arguments)
        let grants = try Row.fetchAll(
            db,
            sql: """
                SELECT \(RoleGrant.columns) FROM roleGrant WHERE user IN (SELECT value FROM json_each(?))
                """, arguments: [try StoredJSON.text(rows.map { $0[0] as String })]
        ).compactMap(RoleGrant.init)
        let byUser = Dictionary(grouping: grants, by: \.user)
        return try rows.map { row in
            let user = try User(row)
            let grants = byUser[user.id] ?? []
            return UserLine(
                user: user, grants: grants.filter { $0.grant.until.map { $0 > now } ?? true },
                schoolsEver: Set(grants.map(\.grant.school)), hasPassword: row[5])
        }
    }
}
