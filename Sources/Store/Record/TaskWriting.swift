import Foundation
import GRDB
import Governance

extension WriteTransaction {
    /// Opens or closes tasks, on the ground of the first event of this change.
    func apply(_ change: TaskChange) throws {
        switch change {
        case .open(let task): try open(task)
        case .restate(let task): try restate(task)
        case .close(let kind, let subject): try close(kind, subject, for: nil)
        case .closeFor(let kind, let subject, let assignee): try close(kind, subject, for: assignee)
        case .closeAt(let kind, let subject, let school): try close(kind, subject, at: school)
        }
    }

    private func open(_ task: NewTask) throws {
        let id: Identifier<NewTask> = identifier()
        let (user, role, school) = task.assignee.columns
        try execute(
            """
            INSERT INTO task (id, kind, subjectKind, subject, assigneeUser, assigneeRole, school, dueAt, rule,
                openedAt, openedBy, countedDay, countedAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            [
                id.text, task.kind.rawValue, task.subject.kind.rawValue, task.subject.id, user, role, school,
                task.due?.milliseconds, task.rule, now.milliseconds, nextEvent,
                task.reckoned?.counted.description, task.reckoned?.school?.text,
            ])
        // one that is open already is hidden from these too
        for hidden in Set(task.hiddenFrom) {
            try execute(
                """
                INSERT INTO taskHiddenFrom (task, user)
                SELECT id, ? FROM task WHERE kind = ? AND subjectKind = ? AND subject = ? AND closedBy IS NULL
                    AND assigneeUser IS ? AND assigneeRole IS ? AND school IS ? ON CONFLICT DO NOTHING
                """,
                [hidden.text, task.kind.rawValue, task.subject.kind.rawValue, task.subject.id, user, role, school])
        }
    }

    /// One that is open passes to whoever has it now, and is never due later than it was.
    private func restate(_ task: NewTask) throws {
        let (user, role, school) = task.assignee.columns
        let which: StatementArguments = [task.kind.rawValue, task.subject.kind.rawValue, task.subject.id]
        let before = try Int64.fetchOne(
            db,
            sql: """
                SELECT min(dueAt) FROM task
                WHERE kind = ? AND subjectKind = ? AND subject = ? AND closedBy IS NULL
                """, arguments: which)
        try execute(
            """
            UPDATE task SET closedAt = ?, closedBy = ?
            WHERE closedBy IS NULL AND NOT (assigneeUser IS ? AND assigneeRole IS ? AND school IS ?)
                AND kind = ? AND subjectKind = ? AND subject = ?
            """, [now.milliseconds, nextEvent, user, role, school] + which)
        try open(task)
        let due = [before, task.due?.milliseconds].compactMap(\.self).min()
        try execute(
            """
            UPDATE task SET rule = ?, dueAt = ?
            WHERE closedBy IS NULL AND kind = ? AND subjectKind = ? AND subject = ?
            """, [task.rule, due] + which)
    }

    /// The schools whose roles have an open task of this kind about this subject.
    package func schoolsAsked(
        _ kind: NewTask.Kind, _ subject: RecordSubject
    ) throws -> Set<Identifier<School>> {
        Set(
            try String.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT school FROM task
                    WHERE kind = ? AND subjectKind = ? AND subject = ? AND closedBy IS NULL AND school IS NOT NULL
                    """, arguments: [kind.rawValue, subject.kind.rawValue, subject.id]
            ).map { Identifier($0) })
    }

    /// Whether a task of this kind about this subject waits for anybody.
    package func isOpen(_ kind: NewTask.Kind, _ subject: RecordSubject) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM task
                        WHERE kind = ? AND subjectKind = ? AND subject = ? AND closedBy IS NULL)
                    """), arguments: [kind.rawValue, subject.kind.rawValue, subject.id]) ?? false
    }

    private func close(_ kind: NewTask.Kind, _ subject: RecordSubject, at school: Identifier<School>) throws {
        try execute(
            """
            UPDATE task SET closedAt = ?, closedBy = ?
            WHERE kind = ? AND subjectKind = ? AND subject = ? AND closedBy IS NULL AND school = ?
            """,
            [now.milliseconds, nextEvent, kind.rawValue, subject.kind.rawValue, subject.id, school.text])
    }

    private func close(_ kind: NewTask.Kind, _ subject: RecordSubject, for assignee: NewTask.Assignee?) throws {
        let (user, role, school) = assignee?.columns ?? (nil, nil, nil)
        try execute(
            """
            UPDATE task SET closedAt = ?, closedBy = ?
            WHERE kind = ? AND subjectKind = ? AND subject = ? AND closedBy IS NULL
                AND (? OR (assigneeUser IS ? AND assigneeRole IS ? AND school IS ?))
            """,
            [
                now.milliseconds, nextEvent, kind.rawValue, subject.kind.rawValue, subject.id, assignee == nil,
                user, role, school,
            ])
    }
}

extension NewTask.Assignee {
    /// The columns assigneeUser, assigneeRole, school.
    fileprivate var columns: (String?, String?, String?) {
        switch self {
        case .user(let user): (user.text, nil, nil)
        case .role(let role, let school): (nil, role.rawValue, school?.text)
        }
    }
}
