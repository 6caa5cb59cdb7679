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

    /// The member of staff on the roll who has this e-mail address and as whom nobody signs in; nil when there is none, or
    /// more than one.
    package func staffOnRoll(email: String) throws -> Identifier<Person>? {
        let found = try String.fetchAll(
            db,
            sql: """
                SELECT id FROM person WHERE kind = 'staff' AND leftAt IS NULL AND lower(email) = ?
                    AND NOT EXISTS (SELECT 1 FROM userOfPerson WHERE userOfPerson.person = person.id) LIMIT 2
                """, arguments: [email])
        return found.count == 1 ? Identifier(found[0]) : nil
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
