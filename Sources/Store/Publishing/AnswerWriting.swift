import Foundation
import GRDB
import Governance

extension Correction {
    /// The columns that `init(_:)` reads, in its order.
    package static let columns =
        "id, post, finding, kind, says, by, at, outcome, outcomeBy, outcomeAt, outcomeWhy, schools"

    package init(_ row: Row) throws {
        let outcome = (row[7] as String?).flatMap(Outcome.init)
        guard let kind = CorrectionKind(rawValue: row[3]), (outcome == nil) == (row[7] as String? == nil) else {
            throw StoreError.damaged("An answer to a finding")
        }
        try self.init(
            id: Identifier(row[0]),
            post: Identifier(row[1]),
            finding: StoredJSON.value(row[2]),
            kind: kind,
            says: row[4],
            by: Identifier(row[5]),
            at: Date(milliseconds: row[6]),
            outcome: outcome,
            outcomeBy: (row[8] as String?).map(Identifier.init),
            outcomeAt: (row[9] as Int64?).map(Date.init(milliseconds:)),
            outcomeWhy: row[10], schools: StoredJSON.value(row[11]))
    }

    package static func fetch(_ db: Database, of post: Identifier<Post>) throws -> [Correction] {
        try Row.fetchAll(
            db, sql: "SELECT \(columns) FROM correction WHERE post = ? ORDER BY at, id", arguments: [post.text]
        ).map(Correction.init)
    }
}

extension SchoolsRelease {
    package static func fetch(_ db: Database, of post: Identifier<Post>) throws -> [SchoolsRelease] {
        try Row.fetchAll(
            db, sql: "SELECT school, finding, role, by, reason FROM findingRelease WHERE post = ? ORDER BY at, id",
            arguments: [post.text]
        ).map { row in
            guard let role = Role(rawValue: row[2]) else { throw StoreError.damaged("The release of a finding") }
            return SchoolsRelease(
                at: Identifier(row[0]),
                Release(try StoredJSON.value(row[1]), as: role, by: Identifier(row[3]), reason: row[4]))
        }
    }
}

extension Answers {
    /// Those that count, now that it is known who wrote the post.
    package static func fetch(_ db: Database, of post: Identifier<Post>) throws -> Answers {
        Answers(releases: try SchoolsRelease.fetch(db, of: post), corrections: try Correction.fetch(db, of: post))
            .counting(writtenBy: try writers(db, of: post))
    }

    /// Everyone who wrote a part of it or sent it, in any revision.
    static func writers(_ db: Database, of post: Identifier<Post>) throws -> Set<Identifier<User>> {
        let ids = try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT author FROM post WHERE id = :post
                    UNION SELECT value FROM postDraft, json_each(postDraft.writers) WHERE post = :post
                    UNION SELECT value FROM revision, json_each(revision.writers) WHERE post = :post
                    """), arguments: ["post": post.text])
        return Set(ids.map(Identifier.init))
    }
}

extension WriteTransaction {
    package func answers(of post: Identifier<Post>) throws -> Answers { try Answers.fetch(db, of: post) }

    /// Everyone who wrote a part of it or sent it, in any revision.
    package func writers(of post: Identifier<Post>) throws -> Set<Identifier<User>> {
        try Answers.writers(db, of: post)
    }

    package func correction(_ id: Identifier<Correction>) throws -> Correction {
        let row = try Row.fetchOne(
            db, sql: "SELECT \(Correction.columns) FROM correction WHERE id = ?", arguments: [id.text])
        guard let row else { throw ActionError.notFound }
        return try Correction(row)
    }

    package func offer(
        _ id: Identifier<Correction>, on finding: FindingKey, of post: Identifier<Post>, kind: CorrectionKind,
        says: String, by user: Identifier<User>
    ) throws {
        try execute(
            "INSERT INTO correction (id, post, finding, kind, says, by, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [id.text, post.text, try StoredJSON.text(finding), kind.rawValue, says, user.text, now.milliseconds])
    }

    package func settle(
        _ correction: Correction, as outcome: Correction.Outcome, at schools: Set<Identifier<School>> = [],
        by user: Identifier<User>, why: String?
    ) throws {
        try execute(
            "UPDATE correction SET outcome = ?, outcomeBy = ?, outcomeAt = ?, outcomeWhy = ?, schools = ? WHERE id = ?",
            [
                outcome.rawValue, user.text, now.milliseconds, why, try StoredJSON.text(schools.sorted()),
                correction.id.text,
            ])
    }

    /// Takes the place of a release that lapsed; the Record keeps both.
    package func release(_ release: Release, of post: Identifier<Post>, at school: Identifier<School>) throws {
        let id: Identifier<Release> = identifier()
        try execute(
            """
            INSERT INTO findingRelease (id, post, school, finding, role, by, reason, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (post, school, finding) DO UPDATE SET role = excluded.role, by = excluded.by,
                reason = excluded.reason, at = excluded.at
            """,
            [
                id.text, post.text, school.text, try StoredJSON.text(release.finding), release.role.rawValue,
                release.by.text,
                release.reason, now.milliseconds,
            ])
    }
}

extension OrganisationDatabase {
    package func answers(of post: Identifier<Post>) async throws -> Answers {
        try await read { try Answers.fetch($0, of: post) }
    }
}
