import GRDB
import Governance

extension WriteTransaction {
    /// Who signs in as this person of the roll; nil when nobody is linked. Someone shut out stays linked.
    package func user(of person: Identifier<Person>) throws -> Identifier<User>? {
        try String.fetchOne(
            db.cachedStatement(sql: "SELECT user FROM userOfPerson WHERE person = ?"), arguments: [person.text]
        ).map { Identifier($0) }
    }

    /// Whom of the roll this user is; nil when nobody is linked.
    package func person(of user: Identifier<User>) throws -> Identifier<Person>? {
        try String.fetchOne(
            db.cachedStatement(sql: "SELECT person FROM userOfPerson WHERE user = ?"), arguments: [user.text]
        ).map { Identifier($0) }
    }

    package func link(_ person: Identifier<Person>, to user: Identifier<User>) throws {
        try execute(
            "INSERT INTO userOfPerson (person, user, linkedAt) VALUES (?, ?, ?)",
            [person.text, user.text, now.milliseconds])
    }

    package func unlink(_ person: Identifier<Person>) throws {
        try execute("DELETE FROM userOfPerson WHERE person = ?", [person.text])
    }
}
