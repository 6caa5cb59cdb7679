import Foundation
import GRDB
import Governance

extension TrainingStanding {
    /// - Parameter one: of one user alone; nil: of everybody.
    package static func read(
        _ db: Database, on today: Day, of one: Identifier<User>? = nil
    ) throws -> TrainingStanding {
        TrainingStanding(
            today: today, courses: try Course.all(db),
            attendances: try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT \(Attendance.columns) FROM attendance
                        WHERE takenBack IS NULL AND (:one IS NULL OR user = :one)
                        """), arguments: ["one": one?.text]
            ).map(Attendance.init))
    }
}

extension Course {
    package static let columns = "id, name, months, counts, isOver"

    package init(_ row: Row) {
        self.init(id: Identifier(row[0]), name: row[1], months: row[2], counts: row[3], isOver: row[4])
    }

    /// By name, those that are over last.
    package static func all(_ db: Database) throws -> [Course] {
        try Row.fetchAll(
            db.cachedStatement(sql: "SELECT \(columns) FROM course ORDER BY isOver, name COLLATE NOCASE")
        ).map(Course.init)
    }
}

extension Attendance {
    package static let columns = "id, user, course, doneOn, countsUntil, session, certificate, recordedBy"

    package init(_ row: Row) throws {
        guard let on = Day(row[3] as String) else { throw StoreError.damaged("The day of a training") }
        self.init(
            id: Identifier(row[0]), user: Identifier(row[1]), course: Identifier(row[2]), on: on,
            until: (row[4] as String?).flatMap { Day($0) }, session: (row[5] as String?).map(Identifier.init),
            certificate: row[6], recordedBy: (row[7] as String?).map(Identifier.init))
    }
}

extension WriteTransaction {
    package func trainingStanding(of user: Identifier<User>? = nil) throws -> TrainingStanding {
        try TrainingStanding.read(db, on: Day(of: now), of: user)
    }

    package func courses() throws -> [Course] { try Course.all(db) }

    package func insert(_ course: Course) throws {
        try execute(
            "INSERT INTO course (id, name, months, counts, isOver) VALUES (?, ?, ?, ?, ?)",
            [course.id.text, course.name, course.months, course.counts, course.isOver])
    }

    package func update(_ course: Course) throws {
        try execute(
            "UPDATE course SET name = ?, months = ?, counts = ?, isOver = ? WHERE id = ?",
            [course.name, course.months, course.counts, course.isOver, course.id.text])
    }

    package func insert(_ attendance: Attendance) throws {
        try execute(
            """
            INSERT INTO attendance (id, user, course, doneOn, countsUntil, session, certificate, recordedBy)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                attendance.id.text, attendance.user.text, attendance.course.text, attendance.on.description,
                attendance.until?.description, attendance.session?.text, attendance.certificate,
                attendance.recordedBy?.text,
            ])
    }

    /// One that was not taken back.
    package func attendance(_ id: Identifier<Attendance>) throws -> Attendance {
        let sql = "SELECT \(Attendance.columns) FROM attendance WHERE id = ? AND takenBack IS NULL"
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [id.text]) else { throw ActionError.notFound }
        return try Attendance(row)
    }

    package func takeBack(_ attendance: Attendance, why: String) throws {
        try execute("UPDATE attendance SET takenBack = ? WHERE id = ?", [why, attendance.id.text])
    }

    /// Who has an open task to be trained: what it says, by when, and since when it is open.
    package func openTrainingTasks(
        of user: Identifier<User>? = nil
    ) throws -> [Identifier<User>: (rule: String, due: Date?, openedAt: Date)] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT assigneeUser, rule, dueAt, openedAt FROM task
                    WHERE kind = :kind AND closedBy IS NULL AND assigneeUser IS NOT NULL
                        AND (:one IS NULL OR assigneeUser = :one)
                    """), arguments: ["kind": NewTask.Kind.beTrained.rawValue, "one": user?.text])
        return Dictionary(
            rows.map { row in
                (
                    Identifier(row[0]),
                    (
                        rule: row[1], due: (row[2] as Int64?).map(Date.init(milliseconds:)),
                        openedAt: Date(milliseconds: row[3])
                    )
                )
            }, uniquingKeysWith: { first, _ in first })
    }
}
