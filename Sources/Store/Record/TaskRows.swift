import Foundation
import GRDB
import Governance

extension OpenTask {
    /// The columns that `init(_:)` reads, in its order.
    package static let columns = """
        task.id, task.kind, task.subjectKind, task.subject, task.assigneeUser, task.assigneeRole, task.school,
            task.dueAt, task.rule, task.openedAt, task.claimedBy
        """

    /// Nil for a role that this release does not know.
    package init?(_ row: Row) {
        let assignee: NewTask.Assignee
        if let user: String = row[4] {
            assignee = .user(Identifier(user))
        } else {
            guard let role = (row[5] as String?).flatMap(Role.init(rawValue:)) else { return nil }
            assignee = .role(role, at: (row[6] as String?).map(Identifier.init))
        }
        self.init(
            id: Identifier(row[0]), kind: NewTask.Kind(row[1] as String),
            subject: RecordSubject(.init(row[2] as String), row[3] as String), assignee: assignee,
            due: (row[7] as Int64?).map(Date.init(milliseconds:)), rule: row[8],
            openedAt: Date(milliseconds: row[9]), claimedBy: (row[10] as String?).map(Identifier.init))
    }

    /// Which open tasks a user sees: their own, those of a role they hold where they hold it, and what anyone gets
    /// whose deputy they are now, save what only the person can do; never one that is about them. Arguments `user` and `now`.
    package static let seenByUser = """
        WITH person(id) AS (
            SELECT :user
            UNION SELECT absent FROM deputy WHERE deputy = :user AND beginsAt <= :now AND endsAt > :now
        ), held(role, school) AS (
            SELECT role, school FROM roleGrant
            WHERE user IN (SELECT id FROM person) AND beginsAt <= :now AND (endsAt IS NULL OR endsAt > :now)
                AND (user = :user OR role <> 'administrator')
        )
        SELECT \(columns) FROM task
        WHERE closedBy IS NULL
            AND (
                (assigneeUser IN (SELECT id FROM person)
                    AND (assigneeUser = :user OR kind <> 'handbook.acknowledge-policy'))
                OR (
                    assigneeRole IS NOT NULL AND EXISTS (
                        SELECT 1 FROM held
                        WHERE held.role = assigneeRole AND (held.school IS NULL OR held.school = task.school)
                    )
                )
            )
            AND NOT EXISTS (
                SELECT 1 FROM taskHiddenFrom WHERE taskHiddenFrom.task = task.id AND taskHiddenFrom.user = :user
            )
        """
}

extension WriteTransaction {
    /// The open tasks of a kind about a subject, whoever has to do them.
    package func openTasks(_ kind: NewTask.Kind, _ subject: RecordSubject) throws -> [OpenTask] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT \(OpenTask.columns) FROM task
                WHERE kind = ? AND subjectKind = ? AND subject = ? AND closedBy IS NULL ORDER BY openedAt, id
                """, arguments: [kind.rawValue, subject.kind.rawValue, subject.id]
        ).compactMap(OpenTask.init)
    }

    /// One open task, if this user may see it.
    package func openTask(_ id: Identifier<NewTask>, seenBy user: Identifier<User>) throws -> OpenTask {
        let row = try Row.fetchOne(
            db, sql: OpenTask.seenByUser + " AND task.id = :task",
            arguments: ["user": user.text, "now": now.milliseconds, "task": id.text])
        guard let task = row.flatMap(OpenTask.init) else { throw ActionError.notFound }
        return task
    }

    /// Whether a task of this kind about this subject waits, which this user may see.
    package func isOpen(
        _ kind: NewTask.Kind, _ subject: RecordSubject, seenBy user: Identifier<User>
    ) throws -> Bool {
        try Row.fetchOne(
            db,
            sql: OpenTask.seenByUser
                + " AND task.kind = :kind AND task.subjectKind = :about AND task.subject = :subject",
            arguments: [
                "user": user.text, "now": now.milliseconds, "kind": kind.rawValue, "about": subject.kind.rawValue,
                "subject": subject.id,
            ]) != nil
    }

    package func claim(_ id: Identifier<NewTask>, by user: Identifier<User>?) throws {
        try execute("UPDATE task SET claimedBy = ? WHERE id = ?", [user?.text, id.text])
    }
}
