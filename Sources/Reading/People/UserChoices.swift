import Foundation
import GRDB
import Governance
import Store

/// Somebody among whom one chooses.
package struct UserChoice: Sendable, Equatable {
    package let user: User
    /// What they hold now or will, by title.
    package let roles: [Role]

    package var nameAndRoles: String {
        roles.isEmpty ? user.name : "\(user.name) (\(roles.map(\.title).joined(separator: ", ")))"
    }
}

/// Among whom one chooses: users who were not shut out.
package struct UserQuery: Sendable {
    /// They hold one of these now; nil: whatever they hold or will, if anything.
    package var roles: [Role]?
    /// They hold it at one of these schools, or in the whole organisation; nil: anywhere, and it need not be anything.
    package var within: SchoolReach?
    /// Nil: whatever they are to the school.
    package var kinds: Set<Binding.Who>?
    package var besides: Set<Identifier<User>>
    /// Without those who came off the roll.
    package var isHere: Bool

    package init(
        holding roles: [Role]? = nil, within: SchoolReach? = nil, kinds: Set<Binding.Who>? = nil,
        besides: Set<Identifier<User>> = [], isHere: Bool = false
    ) {
        self.roles = roles
        self.within = within
        self.kinds = kinds
        self.besides = besides
        self.isHere = isHere
    }

    fileprivate static let sql = """
        SELECT \(User.columns), (SELECT group_concat(DISTINCT role) FROM roleGrant
            WHERE user = user.id AND (endsAt IS NULL OR endsAt > :now))
        FROM user WHERE endedAt IS NULL
            AND NOT EXISTS (SELECT 1 FROM json_each(:besides) WHERE json_each.value = user.id)
            AND (:kinds IS NULL OR kind IN (SELECT value FROM json_each(:kinds)))
            AND (:anybody OR EXISTS (SELECT 1 FROM roleGrant WHERE roleGrant.user = user.id
                AND (:roles IS NULL OR (role IN (SELECT value FROM json_each(:roles)) AND beginsAt <= :now))
                AND (:schools IS NULL OR school IS NULL OR school IN (SELECT value FROM json_each(:schools)))
                AND (endsAt IS NULL OR endsAt > :now)))
            AND (NOT :isHere OR NOT \(User.hasLeft))
        """

    fileprivate func arguments(now: Date) throws -> StatementArguments {
        [
            "now": now.milliseconds, "besides": try StoredJSON.text(besides.map(\.text)),
            "kinds": try kinds.map { try StoredJSON.text($0.map(\.rawValue)) },
            "anybody": roles == nil && within == nil,
            "roles": try roles.map { try StoredJSON.text($0.map(\.rawValue)) }, "schools": within?.asJSON,
            "isHere": isHere,
        ]
    }
}

extension UserChoice {
    fileprivate init(_ row: Row) throws {
        let roles = (row[5] as String?)?.split(separator: ",").compactMap { Role(rawValue: String($0)) } ?? []
        self.init(user: try User(row), roles: roles.sorted())
    }
}

extension OrganisationDatabase {
    /// By name, at most so many; nil: all.
    package func userChoices(_ query: UserQuery, most: Int? = nil) async throws -> [UserChoice] {
        let arguments = try query.arguments(now: clock.now) + ["most": most ?? -1]
        return try await read { db in
            try Row.fetchAll(
                db.cachedStatement(sql: UserQuery.sql + " ORDER BY name COLLATE NOCASE, id LIMIT :most"),
                arguments: arguments
            ).map(UserChoice.init)
        }
    }

    /// Those of them whom a text means: by identifier, e-mail address or whole name.
    package func userChoices(_ query: UserQuery, called text: String) async throws -> [UserChoice] {
        let arguments =
            try query.arguments(now: clock.now) + ["text": text, "email": text.lowercased()]
        return try await read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: UserQuery.sql + " AND (id = :text OR email = :email OR name = :text COLLATE NOCASE) LIMIT 9"),
                arguments: arguments
            ).map(UserChoice.init)
        }
    }

    /// The first few of them in whose name or e-mail address the words stand, by name.
    package func userChoices(_ query: UserQuery, like words: String, most: Int) async throws -> [UserChoice] {
        let arguments =
            try query.arguments(now: clock.now) + ["words": SearchWords.anywhere(words), "most": most]
        return try await read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: UserQuery.sql
                        + " AND (name LIKE :words OR email LIKE :words) ORDER BY name COLLATE NOCASE, id LIMIT :most"),
                arguments: arguments
            ).map(UserChoice.init)
        }
    }

    /// How many there are.
    package func countUsers(_ query: UserQuery) async throws -> Int {
        let arguments = try query.arguments(now: clock.now)
        return try await read { db in
            try Int.fetchOne(
                db.cachedStatement(sql: "SELECT count(*) FROM (\(UserQuery.sql))"), arguments: arguments) ?? 0
        }
    }

    /// The names of these users.
    package func userNames(_ ids: some Sequence<Identifier<User>>) async throws -> [Identifier<User>: String] {
        let list = try StoredJSON.text(Set(ids).map(\.text))
        return try await read { db in
            let rows = try Row.fetchAll(
                db.cachedStatement(sql: "SELECT id, name FROM user WHERE id IN (SELECT value FROM json_each(?))"),
                arguments: [list])
            return Dictionary(uniqueKeysWithValues: rows.map { (Identifier($0[0]), $0[1]) })
        }
    }

    /// Who holds each of these roles at a school now.
    package func holders(
        of roles: Set<Role>, at school: Identifier<School>
    ) async throws -> [Role: Set<Identifier<User>>] {
        let now = clock.now.milliseconds
        let list = try StoredJSON.text(roles.map(\.rawValue))
        return try await read { db in
            let rows = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT role, user.id FROM roleGrant JOIN user ON user.id = roleGrant.user
                        WHERE role IN (SELECT value FROM json_each(:roles)) AND (school IS NULL OR school = :school)
                            AND user.endedAt IS NULL AND beginsAt <= :now AND (endsAt IS NULL OR endsAt > :now)
                        """), arguments: ["roles": list, "school": school.text, "now": now])
            return rows.reduce(into: [:]) { holders, row in
                guard let role = Role(rawValue: row[0]) else { return }
                holders[role, default: []].insert(Identifier(row[1]))
            }
        }
    }
}
