import Foundation
import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// What is known of the log-in details of each account, without them.
    package func lodgedLogins() async throws -> [Identifier<PostingAccount>: LodgedLogin] {
        try await read { db in
            let rows = try Row.fetchAll(
                db.cachedStatement(sql: "SELECT \(LodgedLogin.columns) FROM accountLogin"))
            return Dictionary(uniqueKeysWithValues: rows.map(LodgedLogin.init).map { ($0.account, $0) })
        }
    }

    /// When the password of each account whose log-in details are lodged falls due for a change.
    package func passwordsDue() async throws -> [Identifier<PostingAccount>: Date] {
        try await read { db in
            let rows = try Row.fetchAll(
                db.cachedStatement(sql: "SELECT subject, at FROM due WHERE kind = ?"),
                arguments: [DueItem.Kind.accountPassword.rawValue])
            return Dictionary(
                rows.map { (Identifier($0[0]), Date(milliseconds: $0[1])) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// Wishes to see log-in details that have neither been met nor run out.
    package func openLooks(at account: Identifier<PostingAccount>) async throws -> [LoginLook] {
        let now = clock.now
        return try await read { try LoginLook.open($0, at: account, now: now) }
    }
}

extension OrganisationDatabase {
    /// Somebody before the vault of an account, as its custody asks.
    package func asker(
        _ user: Identifier<User>, _ authority: Authority, of account: Identifier<PostingAccount>
    ) async throws -> LoginCustody.Asker {
        try await read { db in
            let isRefused = try Bool.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT EXISTS (SELECT 1 FROM task
                            WHERE kind = ? AND subjectKind = ? AND subject = ? AND closedBy IS NULL)
                        """),
                arguments: [NewTask.Kind.lookAtRefusedUser.rawValue, RecordSubject.Kind.user.rawValue, user.text])
            return LoginCustody.Asker(
                user, authority,
                handsOver: try AccountHandover.open(db, "leaver = ?", user.text).contains { $0.account == account },
                isRefused: isRefused ?? false)
        }
    }

    /// The handovers of an account that are open.
    package func openHandovers(of account: Identifier<PostingAccount>) async throws -> [AccountHandover] {
        try await read { try AccountHandover.open($0, "account = ?", account.text) }
    }

    /// Everyone who was shut out, or came off the roll.
    package func leavers() async throws -> Set<Identifier<User>> {
        try await read { db in
            Set(try String.fetchAll(db, sql: "SELECT id FROM user WHERE \(User.hasLeft)").map { Identifier($0) })
        }
    }
}
