import Foundation
import GRDB
import Governance

extension WriteTransaction {
    package func insert(_ request: OnePersonRequest) throws {
        try execute(
            "INSERT INTO onePersonRequest (id, school, askedBy, askedAt, reason) VALUES (?, ?, ?, ?, ?)",
            [
                request.id.text, request.school?.text, request.askedBy.text, request.askedAt.milliseconds,
                request.reason,
            ])
    }

    /// Puts its answer on it, for good; the schema refuses that whoever asked confirms.
    package func settle(
        _ request: OnePersonRequest, as answer: OnePersonRequest.Answer, by user: Identifier<User>?
    ) throws {
        try execute(
            """
            UPDATE onePersonRequest SET answer = ?, answeredBy = ?, settledAt = ? WHERE id = ? AND answer IS NULL
            """, [answer.rawValue, user?.text, now.milliseconds, request.id.text])
    }

    package func onePersonRequest(_ id: Identifier<OnePersonRequest>) throws -> OnePersonRequest? {
        try OnePersonRequest.read(db, id)
    }

    /// The one that nobody has answered at a school, or with nil everywhere.
    package func openOnePersonRequest(at school: Identifier<School>?) throws -> OnePersonRequest? {
        try OnePersonRequest.open(db, at: school)
    }

    /// The school, or with nil all that do not ask for two people by themselves.
    package func schoolsUnprotected(at school: Identifier<School>?) throws -> [School] {
        try OnePersonRequest.schools(db, at: school)
    }

    /// Who may confirm it now, in no order.
    ///
    /// - Parameter allowing: the roles that allow a look, by school.
    package func confirmers(
        of request: OnePersonRequest, allowing: [Identifier<School>: [Role]]
    ) throws -> Set<Identifier<User>> {
        try OnePersonRequest.confirmers(db, besides: request.askedBy, allowing: allowing, now: now)
    }
}

extension OnePersonRequest {
    package static func read(_ db: Database, _ id: Identifier<OnePersonRequest>) throws -> OnePersonRequest? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT \(columns) FROM onePersonRequest WHERE id = ?"), arguments: [id.text]
        ).map(OnePersonRequest.init)
    }

    /// The one that nobody has answered at a school, or with nil everywhere.
    package static func open(_ db: Database, at school: Identifier<School>?) throws -> OnePersonRequest? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT \(columns) FROM onePersonRequest WHERE answer IS NULL AND coalesce(school, '') = ?"),
            arguments: [school?.text ?? ""]
        ).map(OnePersonRequest.init)
    }

    /// The school, or with nil all that do not ask for two people by themselves.
    package static func schools(_ db: Database, at school: Identifier<School>?) throws -> [School] {
        try Row.fetchAll(db.cachedStatement(sql: "SELECT id, slug, name FROM school ORDER BY name")).map(School.init)
            .filter { one in
                try school.map { $0 == one.id } ?? !Settings.read(db, one.id).isTwoPeopleForLogins
            }
    }

    private static let columns = "id, school, askedBy, askedAt, reason, answer, answeredBy, settledAt"

    private init(_ row: Row) throws {
        self.init(
            id: Identifier(row[0]), school: (row[1] as String?).map(Identifier.init), askedBy: Identifier(row[2]),
            askedAt: Date(milliseconds: row[3]), reason: row[4],
            answer: try (row[5] as String?).map { word in
                guard let answer = Answer(rawValue: word) else {
                    throw StoreError.damaged("The answer about two people for log-in details")
                }
                return answer
            },
            answeredBy: (row[6] as String?).map(Identifier.init),
            settledAt: (row[7] as Int64?).map(Date.init(milliseconds:)))
    }
}
