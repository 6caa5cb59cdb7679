import Foundation
import GRDB
import Governance

extension RegisterFacts {
    /// - Parameter one: of one user alone; nil: of everybody.
    package static func read(
        _ db: Database, at now: Date, of one: Identifier<User>? = nil
    ) throws -> RegisterFacts {
        let arguments: StatementArguments = ["now": now.milliseconds, "one": one?.text]
        let grants = Dictionary(
            grouping: try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT \(RoleGrant.columns) FROM roleGrant
                        WHERE beginsAt <= :now AND (endsAt IS NULL OR endsAt > :now) AND (:one IS NULL OR user = :one)
                        """), arguments: arguments
            ).compactMap(RoleGrant.init), by: \.user)
        let users = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT \(User.columns) FROM user WHERE endedAt IS NULL AND (:one IS NULL OR id = :one)
                    ORDER BY name COLLATE NOCASE, id
                    """), arguments: ["one": one?.text]
        ).map(User.init)
        let schools = try String.fetchAll(db.cachedStatement(sql: "SELECT id FROM school ORDER BY name"))
        return RegisterFacts(
            at: now, history: try PolicyHistory.read(db), schools: schools.map(Identifier.init),
            people: users.map { Person(user: $0, grants: (grants[$0.id] ?? []).map(\.grant)) },
            open: try open(db, of: one), acknowledgements: try acknowledgements(db, of: one))
    }

    private static func open(_ db: Database, of one: Identifier<User>?) throws -> [OpenAsking] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT assigneeUser, subject, dueAt FROM task
                    WHERE kind = :kind AND closedBy IS NULL AND assigneeUser IS NOT NULL
                        AND (:one IS NULL OR assigneeUser = :one)
                    """), arguments: ["kind": NewTask.Kind.acknowledgePolicy.rawValue, "one": one?.text]
        ).map { row in
            OpenAsking(
                user: Identifier(row[0]), version: Identifier(row[1]),
                due: (row[2] as Int64?).map(Date.init(milliseconds:)))
        }
    }

    private static func acknowledgements(_ db: Database, of one: Identifier<User>?) throws -> [Acknowledgement] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT user, version, at FROM acknowledgement WHERE :one IS NULL OR user = :one"),
            arguments: ["one": one?.text]
        ).map { row in
            Acknowledgement(user: Identifier(row[0]), version: Identifier(row[1]), at: Date(milliseconds: row[2]))
        }
    }

    /// Who was reminded to read, and when last.
    package static func reminders(_ db: Database, since instant: Date) throws -> [Identifier<User>: Date] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT user, max(sentAt) FROM notice WHERE kind = ? AND sentAt >= ? GROUP BY user"),
            arguments: [NewNotice.Kind.acknowledgementReminder.rawValue, instant.milliseconds])
        return Dictionary(uniqueKeysWithValues: rows.map { (Identifier($0[0]), Date(milliseconds: $0[1])) })
    }
}

extension WriteTransaction {
    package func registerFacts(of user: Identifier<User>? = nil) throws -> RegisterFacts {
        try RegisterFacts.read(db, at: now, of: user)
    }

    /// Who was reminded to read, and when last.
    package func reminders(since instant: Date) throws -> [Identifier<User>: Date] {
        try RegisterFacts.reminders(db, since: instant)
    }

    package func insert(_ acknowledgement: Acknowledgement) throws {
        try execute(
            "INSERT INTO acknowledgement (user, version, at) VALUES (?, ?, ?)",
            [acknowledgement.user.text, acknowledgement.version.text, acknowledgement.at.milliseconds])
    }
}
