import Foundation
import GRDB
import Governance

extension PictureList {
    /// The list of a school as it stands.
    package static func fetch(_ db: Database, at school: Identifier<School>) throws -> PictureList {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT max(version), max(at) FROM (
                        SELECT version, at FROM pictureListChange WHERE school = ?1
                        UNION ALL SELECT version, at FROM visitorObjection WHERE school = ?1
                        UNION ALL SELECT liftedVersion, liftedAt FROM visitorObjection WHERE school = ?1)
                    """), arguments: [school.text])
        return PictureList(
            school: school, version: row?[0] as Int? ?? 0,
            changedAt: (row?[1] as Int64?).map(Date.init(milliseconds:)))
    }

    /// The version that a user knows; 0: none.
    package static func known(_ db: Database, to user: Identifier<User>, at school: Identifier<School>) throws -> Int {
        try Int.fetchOne(
            db.cachedStatement(sql: "SELECT max(version) FROM pictureListKnown WHERE user = ? AND school = ?"),
            arguments: [user.text, school.text]) ?? 0
    }

    /// The names of those of these users who do not know the list of a school as it stands.
    static func unknown(
        _ db: Database, to users: Set<Identifier<User>>, at school: Identifier<School>
    ) throws -> [String] {
        let version = try fetch(db, at: school).version
        return try users.sorted().filter { try known(db, to: $0, at: school) < version }.map { user in
            try String.fetchOne(
                db.cachedStatement(sql: "SELECT name FROM user WHERE id = ?"), arguments: [user.text]) ?? "Someone"
        }
    }
}

extension WriteTransaction {
    package func pictureList(at school: Identifier<School>) throws -> PictureList {
        try PictureList.fetch(db, at: school)
    }

    /// Puts changes of these people into a new version of their school's list.
    /// - Returns: its number.
    package func changePictureList(at school: Identifier<School>, of people: [Identifier<Person>]) throws -> Int {
        let version = try pictureList(at: school).version + 1
        for person in Set(people) {
            try execute(
                "INSERT INTO pictureListChange (school, version, person, at) VALUES (?, ?, ?, ?)",
                [school.text, version, person.text, now.milliseconds])
        }
        return version
    }

    package func knownPictureList(of user: Identifier<User>, at school: Identifier<School>) throws -> Int {
        try PictureList.known(db, to: user, at: school)
    }

    package func knowPictureList(_ user: Identifier<User>, at school: Identifier<School>, version: Int) throws {
        try execute(
            "INSERT INTO pictureListKnown (user, school, version, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [user.text, school.text, version, now.milliseconds])
    }

    /// The names of those of these users who do not know the list of a school as it stands.
    package func pictureListUnknown(
        to users: Set<Identifier<User>>, at school: Identifier<School>
    ) throws -> [String] {
        try PictureList.unknown(db, to: users, at: school)
    }
}

extension OrganisationDatabase {
    /// The same for a look that changes nothing.
    package func pictureListUnknown(
        to users: Set<Identifier<User>>, at school: Identifier<School>
    ) async throws -> [String] {
        try await read { try PictureList.unknown($0, to: users, at: school) }
    }

    /// The number of a school's list of those who must not be published, as it stands.
    package func pictureListVersion(at school: Identifier<School>) async throws -> Int {
        try await read { try PictureList.fetch($0, at: school).version }
    }
}
