import Foundation
import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// Every account of the register, those in use first, by name.
    package func officialAccounts() async throws -> [OfficialAccount] {
        try await read { try OfficialAccount.read($0) }
    }

    /// One account; nil when there is none of this id.
    package func officialAccount(_ id: Identifier<PostingAccount>) async throws -> OfficialAccount? {
        try await read { try OfficialAccount.read($0, only: id).first }
    }

    /// Everything that was asked for, the latest first.
    package func accountApplications() async throws -> [AccountApplication] {
        try await read { try AccountApplication.read($0) }
    }

    package func accountApplication(_ id: Identifier<AccountApplication>) async throws -> AccountApplication? {
        try await read { try AccountApplication.read($0, only: id).first }
    }

    /// What is open about accounts, whoever has to do it, the most urgent first; tasks that are hidden from the one who
    /// asks are left out.
    package func openTasks(
        about kind: RecordSubject.Kind, seenBy user: Identifier<User>
    ) async throws -> [OpenTask] {
        try await read { db in
            try db.rows(
                """
                SELECT \(OpenTask.columns) FROM task
                WHERE closedBy IS NULL AND subjectKind = ? AND NOT EXISTS (
                    SELECT 1 FROM taskHiddenFrom WHERE taskHiddenFrom.task = task.id AND taskHiddenFrom.user = ?)
                ORDER BY dueAt IS NULL, dueAt, openedAt, id
                """, [kind.rawValue, user.text], OpenTask.init)
        }
    }
}
