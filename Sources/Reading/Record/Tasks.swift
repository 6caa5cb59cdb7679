import Foundation
import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// What waits for a user, the most urgent first; what has no due time last. A duty that is theirs twice over, as
    /// its keeper and in a role, is one line.
    package func tasks(of user: Identifier<User>) async throws -> [OpenTask] {
        let now = clock.now
        return try await read { try OpenTask.waiting(for: user, at: now, $0) }
    }

    /// The same as somebody else may see it: nothing that is hidden from them.
    package func tasks(of user: Identifier<User>, shownTo reader: Identifier<User>) async throws -> [OpenTask] {
        let now = clock.now
        return try await read { db in
            let hidden = Set(
                try String.fetchAll(
                    db.cachedStatement(sql: "SELECT task FROM taskHiddenFrom WHERE user = ?"), arguments: [reader.text])
            )
            return try OpenTask.waiting(for: user, at: now, db).filter { !hidden.contains($0.id.text) }
        }
    }

    /// The open tasks about one thing that a user may see.
    package func tasks(about subject: RecordSubject, of user: Identifier<User>) async throws -> [OpenTask] {
        try await tasks(of: user).filter { $0.subject == subject }
    }
}

extension OpenTask {
    static func waiting(for user: Identifier<User>, at now: Date, _ db: Database) throws -> [OpenTask] {
        let all = try db.rows(
            seenByUser + " ORDER BY dueAt IS NULL, dueAt, openedAt, id",
            ["user": user.text, "now": now.milliseconds], OpenTask.init)
        var seen: Set<Duty> = []
        return all.filter { seen.insert(Duty(kind: $0.kind, subject: $0.subject)).inserted }
    }

    private struct Duty: Hashable {
        let kind: NewTask.Kind
        let subject: RecordSubject
    }
}
