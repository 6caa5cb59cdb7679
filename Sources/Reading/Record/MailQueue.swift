import Foundation
import GRDB
import Governance
import Store

/// What waits to go out, and what became of the last mails. Their texts are not read.
package struct MailQueue: Sendable, Equatable {
    package enum State: Sendable { case waiting, sent, givenUp }

    package struct Line: Sendable, Equatable {
        package let to: String
        package let subject: String
        package let at: Date
        package let state: State
        /// What the server said last, where it did not take it.
        package let trouble: String?

        package init(to: String, subject: String, at: Date, state: State, trouble: String?) {
            self.to = to
            self.subject = subject
            self.at = at
            self.state = state
            self.trouble = trouble
        }
    }

    package let waiting: Int
    package let latest: [Line]

    package init(waiting: Int, latest: [Line]) {
        self.waiting = waiting
        self.latest = latest
    }
}

extension OrganisationDatabase {
    package func mailQueue(most: Int = 20) async throws -> MailQueue {
        try await read { db in
            let waiting = try Int.fetchOne(db, sql: "SELECT count(*) FROM mail WHERE text IS NOT NULL") ?? 0
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT recipient, subject, coalesce(sentAt, givenUpAt, queuedAt), sentAt IS NOT NULL,
                        givenUpAt IS NOT NULL, trouble
                    FROM mail ORDER BY queuedAt DESC, id LIMIT ?
                    """, arguments: [most])
            return MailQueue(
                waiting: waiting,
                latest: rows.map { row in
                    MailQueue.Line(
                        to: row[0], subject: row[1], at: Date(milliseconds: row[2]),
                        state: row[3] ? .sent : row[4] ? .givenUp : .waiting, trouble: row[5])
                })
        }
    }
}

extension OrganisationDatabase {
    /// The mail server that was entered, without its password; nil when there is none.
    package func mailServerEntered() async throws -> (server: MailServer, hasPassword: Bool)? {
        try await mailServer().map { ($0.server, $0.password != nil) }
    }

    /// How somebody hears by mail.
    package func mailChosen(by user: Identifier<User>) async throws -> MailChoice { try await mailChoice(of: user) }
}
