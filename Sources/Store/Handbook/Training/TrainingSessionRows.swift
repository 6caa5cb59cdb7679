import Foundation
import GRDB
import Governance

extension TrainingSession {
    package static let columns =
        "id, title, audiences, course, school, heldOn, arrangedBy, about, cancelled, heldSaidAt, heldSaidBy"

    package init(_ row: Row) throws {
        let audiences = (row[2] as String).split(separator: " ").compactMap { Audience(rawValue: String($0)) }
        guard let on = Day(row[5] as String), !audiences.isEmpty else {
            throw StoreError.damaged("A training session's row")
        }
        self.init(
            id: Identifier(row[0]), title: row[1], audiences: audiences,
            course: (row[3] as String?).map(Identifier.init), school: (row[4] as String?).map(Identifier.init),
            on: on, arrangedBy: Identifier(row[6]), about: row[7], cancelled: row[8],
            held: (row[9] as Int64?).map {
                Held(at: Date(milliseconds: $0), by: (row[10] as String?).map(Identifier.init))
            })
    }
}

extension WriteTransaction {
    package func trainingSession(_ id: Identifier<TrainingSession>) throws -> TrainingSession {
        let sql = "SELECT \(TrainingSession.columns) FROM trainingSession WHERE id = ?"
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [id.text]) else { throw ActionError.notFound }
        return try TrainingSession(row)
    }

    package func insert(_ session: TrainingSession) throws {
        try execute(
            """
            INSERT INTO trainingSession (id, title, audiences, course, school, heldOn, arrangedBy, about, cancelled)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                session.id.text, session.title, session.audiences.map(\.rawValue).joined(separator: " "),
                session.course?.text, session.school?.text, session.on.description, session.arrangedBy.text,
                session.about, session.cancelled,
            ])
    }

    package func cancel(_ session: TrainingSession, why: String) throws {
        try execute("UPDATE trainingSession SET cancelled = ? WHERE id = ?", [why, session.id.text])
    }

    /// That somebody says it was held.
    package func sayHeld(_ session: TrainingSession, _ held: TrainingSession.Held) throws {
        try execute(
            "UPDATE trainingSession SET heldSaidAt = ?, heldSaidBy = ? WHERE id = ?",
            [held.at.milliseconds, held.by?.text, session.id.text])
    }

    /// Whether anyone is on record as having attended it.
    package func isAttended(_ session: Identifier<TrainingSession>) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM attendance WHERE session = ? AND takenBack IS NULL)",
            arguments: [session.text]) ?? false
    }

    /// Sessions and briefings from one day to another of which somebody said that they were held.
    package func sessionsHeld(from first: Day, to last: Day) throws -> [TrainingSession] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT \(TrainingSession.columns) FROM trainingSession
                WHERE heldOn BETWEEN ? AND ? AND cancelled IS NULL AND heldSaidAt IS NOT NULL
                """, arguments: [first.description, last.description]
        ).map(TrainingSession.init)
    }

    /// The schools with an open task of this kind to see that there is training: whose it is, and by when.
    package func schoolsAsked(for kind: NewTask.Kind) throws -> [Identifier<School>: (role: Role, due: Date)] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT subject, assigneeRole, coalesce(dueAt, 0) FROM task WHERE kind = ? AND closedBy IS NULL"),
            arguments: [kind.rawValue])
        return Dictionary(
            rows.compactMap { row in
                Role(rawValue: (row[1] as String?) ?? "").map { role in
                    (Identifier(row[0]), (role: role, due: Date(milliseconds: row[2])))
                }
            }, uniquingKeysWith: { first, _ in first })
    }
}
