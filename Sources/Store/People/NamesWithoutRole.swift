import Foundation
import GRDB
import Governance

extension WriteTransaction {
    /// The names of those of these users who hold none of the roles at the school now, their own or a deputy's.
    package func names(
        of users: Set<Identifier<User>>, without roles: [Role], at school: Identifier<School>
    ) throws -> [String] {
        try Authority.names(db, of: users, without: roles, at: school, on: now)
    }
}

extension OrganisationDatabase {
    /// The same for a look that changes nothing.
    package func names(
        of users: Set<Identifier<User>>, without roles: [Role], at school: Identifier<School>
    ) async throws -> [String] {
        let now = clock.now
        return try await read { try Authority.names($0, of: users, without: roles, at: school, on: now) }
    }
}

extension Authority {
    fileprivate static func names(
        _ db: Database, of users: Set<Identifier<User>>, without roles: [Role], at school: Identifier<School>,
        on instant: Date
    ) throws -> [String] {
        try users.sorted().filter { try !read(db, user: $0, at: instant).holds(any: roles, at: school) }.map { user in
            try String.fetchOne(
                db.cachedStatement(sql: "SELECT name FROM user WHERE id = ?"), arguments: [user.text]) ?? "Someone"
        }
    }
}
