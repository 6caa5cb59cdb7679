import Foundation
import GRDB
import Governance

/// Notices of one user that may still have to go out by mail.
package struct WaitingNotices: Sendable {
    package let user: User
    package let choice: MailChoice
    package let notices: [(id: Identifier<NewNotice>, kind: NewNotice.Kind, at: Date, isRead: Bool)]
}

extension WriteTransaction {
    /// That a notice goes out by mail as well; only where mail is on, and nothing about mail itself.
    func noteForMail(_ id: Identifier<NewNotice>, _ notice: NewNotice) throws {
        guard notice.kind.goesByMail, try mailServer()?.server.isOn == true else { return }
        try execute(
            "INSERT INTO noticeToMail (notice, user, kind, at) VALUES (?, ?, ?, ?)",
            [id.text, notice.to.text, notice.kind.rawValue, now.milliseconds])
    }

    /// They are in a mail by now, or need none.
    package func settle(_ notices: [Identifier<NewNotice>]) throws {
        for notice in notices { try execute("DELETE FROM noticeToMail WHERE notice = ?", [notice.text]) }
    }

    /// The notices that wait for one user, as they stand now.
    package func waitingNotices(of user: Identifier<User>) throws -> WaitingNotices? {
        try WaitingNotices.read(db, user)
    }
}

extension OrganisationDatabase {
    /// Everyone for whom notices wait.
    package func usersWithWaitingNotices() async throws -> [Identifier<User>] {
        try await read { db in
            try String.fetchAll(db.cachedStatement(sql: "SELECT DISTINCT user FROM noticeToMail")).map(Identifier.init)
        }
    }

    package func waitingNotices(of user: Identifier<User>) async throws -> WaitingNotices? {
        try await read { try WaitingNotices.read($0, user) }
    }
}

extension Bookkeeping {
    /// Read already, or not wanted by mail: nothing goes out, so there is nothing to record.
    package func drop(_ notices: [Identifier<NewNotice>]) throws {
        for notice in notices {
            try db.execute(sql: "DELETE FROM noticeToMail WHERE notice = ?", arguments: [notice.text])
        }
    }
}

extension WaitingNotices {
    fileprivate static func read(_ db: Database, _ id: Identifier<User>) throws -> WaitingNotices? {
        guard
            let user = try Row.fetchOne(
                db, sql: "SELECT \(User.columns) FROM user WHERE id = ?", arguments: [id.text]
            ).map(User.init)
        else { return nil }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT notice.id, notice.kind, noticeToMail.at, readAt IS NOT NULL FROM noticeToMail
                JOIN notice ON notice.id = noticeToMail.notice WHERE noticeToMail.user = ? ORDER BY noticeToMail.at
                """, arguments: [id.text])
        return WaitingNotices(
            user: user, choice: try MailChoice.read(db, id),
            notices: rows.map { (Identifier($0[0]), .init($0[1] as String), Date(milliseconds: $0[2]), $0[3]) })
    }
}
