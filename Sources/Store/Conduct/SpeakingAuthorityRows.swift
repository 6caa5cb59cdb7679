import Foundation
import GRDB
import Governance

extension SpeakingAuthority {
    package static let columns = "id, user, school, givenBy, givenAt, lastDay, course, why, takenBack"

    package init(_ row: Row) throws {
        guard let until = Day(row[5] as String) else { throw StoreError.damaged("An authority's last day") }
        self.init(
            id: Identifier(row[0]), user: Identifier(row[1]), school: (row[2] as String?).map(Identifier.init),
            by: (row[3] as String?).map(Identifier.init), givenAt: Date(milliseconds: row[4]), until: until,
            course: (row[6] as String?).map(Identifier.init), why: row[7], takenBack: row[8])
    }
}

extension SpeakingStanding {
    /// - Parameter one: of one user alone; nil: of everybody.
    package static func read(
        _ db: Database, on today: Day, of one: Identifier<User>? = nil
    ) throws -> SpeakingStanding {
        let authorities = try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT \(SpeakingAuthority.columns) FROM speakingAuthority WHERE :one IS NULL OR user = :one"),
            arguments: ["one": one?.text]
        ).map(SpeakingAuthority.init)
        return SpeakingStanding(authorities, training: try TrainingStanding.read(db, on: today, of: one))
    }

    /// Which of these writers may not speak for a school.
    static func speakers(
        _ db: Database, on today: Day, _ writers: Set<Identifier<User>>, at school: Identifier<School>, words: String
    ) throws -> Speakers {
        let each = try writers.sorted().map { writer in
            let name =
                try String.fetchOne(
                    db.cachedStatement(sql: "SELECT name FROM user WHERE id = ?"), arguments: [writer.text])
                ?? "Someone"
            return try SpeakingStanding.read(db, on: today, of: writer)
                .speakers([(writer, name)], at: school, words: words)
        }
        return Speakers(without: each.flatMap(\.without), words: words)
    }
}

extension WriteTransaction {
    package func speakers(
        _ writers: Set<Identifier<User>>, at school: Identifier<School>, words: String
    ) throws -> Speakers {
        try SpeakingStanding.speakers(db, on: Day(of: now), writers, at: school, words: words)
    }

    package func speakingStanding(of user: Identifier<User>) throws -> SpeakingStanding {
        try SpeakingStanding.read(db, on: Day(of: now), of: user)
    }

    package func speakingAuthority(_ id: Identifier<SpeakingAuthority>) throws -> SpeakingAuthority {
        let sql = "SELECT \(SpeakingAuthority.columns) FROM speakingAuthority WHERE id = ?"
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [id.text]) else { throw ActionError.notFound }
        return try SpeakingAuthority(row)
    }

    package func insert(_ authority: SpeakingAuthority) throws {
        try execute(
            """
            INSERT INTO speakingAuthority (id, user, school, givenBy, givenAt, lastDay, course, why)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                authority.id.text, authority.user.text, authority.school?.text, authority.by?.text,
                authority.givenAt.milliseconds, authority.until.description, authority.course?.text, authority.why,
            ])
    }

    package func takeBack(_ authority: SpeakingAuthority, why: String) throws {
        try execute("UPDATE speakingAuthority SET takenBack = ? WHERE id = ?", [why, authority.id.text])
    }
}

extension OrganisationDatabase {
    /// Everyone who wrote a part of a post or sent it, in any revision.
    package func writers(of post: Identifier<Post>) async throws -> Set<Identifier<User>> {
        try await read { try Answers.writers($0, of: post) }
    }

    /// Which of these writers may not speak for a school, for a look that changes nothing.
    package func speakers(
        _ writers: Set<Identifier<User>>, at school: Identifier<School>, words: String
    ) async throws -> Speakers {
        let today = Day(of: clock.now)
        return try await read { try SpeakingStanding.speakers($0, on: today, writers, at: school, words: words) }
    }
}
