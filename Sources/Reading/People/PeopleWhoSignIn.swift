import Foundation
import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// Who signs in as this person of the roll; nil when nobody is linked.
    package func user(of person: Identifier<Person>) async throws -> User? {
        try await read { db in
            try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT \(User.columns) FROM userOfPerson JOIN user ON user.id = userOfPerson.user
                        WHERE userOfPerson.person = ?
                        """), arguments: [person.text]
            ).map(User.init)
        }
    }

    /// Whom of the roll this user is; nil when nobody is linked.
    package func person(of user: Identifier<User>) async throws -> RollEntry? {
        try await read { db in
            try Row.fetchOne(
                db.cachedStatement(
                    sql: RollEntry.query + " JOIN userOfPerson ON userOfPerson.person = person.id WHERE user = ?"),
                arguments: [user.text]
            ).map(RollEntry.init)
        }
    }

    /// Users who may sign in and are nobody on the roll yet, by name; one with this e-mail address first, whom it
    /// proposes.
    package func unlinkedUsers(email: String?) async throws -> [User] {
        try await read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT \(User.columns) FROM user
                        WHERE endedAt IS NULL AND NOT EXISTS (SELECT 1 FROM userOfPerson WHERE userOfPerson.user = user.id)
                        ORDER BY email IS NOT :email, name COLLATE NOCASE, id
                        """), arguments: ["email": email]
            ).map(User.init)
        }
    }
}
