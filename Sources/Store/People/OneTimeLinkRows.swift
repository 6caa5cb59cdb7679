import Foundation
import GRDB
import Governance

/// A link that lets its holder set a password, once.
package struct OneTimeLink: Sendable, Equatable {
    package enum Purpose: String, Sendable {
        /// Given by somebody who may let people in: an administrator, or whoever is at the console. Only such a link
        /// binds a school account.
        case invitation
        /// Asked for by whoever says that they forgot their password: it goes to a mailbox and proves no more.
        case lostPassword = "lost-password"
        /// How long the link counts.
        package var lasts: TimeInterval { self == .invitation ? 14 * 24 * 3600 : 24 * 3600 }
    }
    package let user: Identifier<User>
    package let purpose: Purpose
    package let expiresAt: Date

    package init(user: Identifier<User>, purpose: Purpose, expiresAt: Date) {
        self.user = user
        self.purpose = purpose
        self.expiresAt = expiresAt
    }

    init?(_ row: Row) {
        guard let purpose = Purpose(rawValue: row[1]) else { return nil }
        self.init(user: Identifier(row[0]), purpose: purpose, expiresAt: Date(milliseconds: row[2]))
    }
}

private let linkThatCounts = """
    SELECT user, purpose, expiresAt FROM oneTimeLink
    WHERE tokenHash = ? AND usedAt IS NULL AND expiresAt > ?
        AND EXISTS (SELECT 1 FROM user WHERE user.id = oneTimeLink.user AND user.endedAt IS NULL)
    """

extension OrganisationDatabase {
    /// The user whom a link is for; nil when it is used, expired or made up.
    package func user(ofLink tokenHash: Data) async throws -> User? {
        let now = clock.now
        return try await read { db in
            let row = try Row.fetchOne(db, sql: linkThatCounts, arguments: [tokenHash, now.milliseconds])
            guard let link = row.flatMap(OneTimeLink.init) else { return nil }
            return try Row.fetchOne(
                db, sql: "SELECT \(User.columns) FROM user WHERE id = ?", arguments: [link.user.text]
            ).map(User.init)
        }
    }
}

extension OrganisationDatabase {
    /// Whether a link counts and binds its user to a school account.
    package func bindsAccounts(_ tokenHash: Data) async throws -> Bool {
        let now = clock.now
        return try await read { db in
            let row = try Row.fetchOne(db, sql: linkThatCounts, arguments: [tokenHash, now.milliseconds])
            return row.flatMap(OneTimeLink.init)?.purpose == .invitation
        }
    }
}

extension OneTimeLink {
    /// In SQL over `user` and `oneTimeLink`: an invitation whose user has not come: no password, no account at the provider,
    /// no session since, and not shut out.
    package static let isUnanswered = """
        purpose = 'invitation' AND endedAt IS NULL
            AND NOT EXISTS (SELECT 1 FROM password WHERE password.user = user.id)
            AND NOT EXISTS (SELECT 1 FROM providerIdentity WHERE providerIdentity.user = user.id)
            AND NOT EXISTS (SELECT 1 FROM session WHERE session.user = user.id
                AND session.madeAt >= oneTimeLink.madeAt)
        """
}

extension WriteTransaction {
    /// Whom a link binds to a school account, without using it up; nil when it does not count, or was only asked for.
    package func user(boundByLink tokenHash: Data) throws -> Identifier<User>? {
        let row = try Row.fetchOne(db, sql: linkThatCounts, arguments: [tokenHash, now.milliseconds])
        guard let link = row.flatMap(OneTimeLink.init), link.purpose == .invitation else { return nil }
        return link.user
    }

    /// Links made before for the same user stop counting; one that is only asked for ends only others that were.
    package func insert(_ link: OneTimeLink, tokenHash: Data) throws {
        let earlier =
            link.purpose == .lostPassword
            ? "UPDATE oneTimeLink SET usedAt = ? WHERE user = ? AND usedAt IS NULL AND purpose = 'lost-password'"
            : "UPDATE oneTimeLink SET usedAt = ? WHERE user = ? AND usedAt IS NULL"
        try execute(earlier, [now.milliseconds, link.user.text])
        try execute(
            "INSERT INTO oneTimeLink (tokenHash, user, purpose, madeAt, expiresAt) VALUES (?, ?, ?, ?, ?)",
            [
                tokenHash, link.user.text, link.purpose.rawValue, now.milliseconds, link.expiresAt.milliseconds,
            ])
    }

    /// When somebody was invited last who has not come; nil when they have come, were shut out, or nobody invited them.
    package func invitedWithoutComing(_ user: Identifier<User>) throws -> Date? {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT max(oneTimeLink.madeAt) FROM oneTimeLink JOIN user ON user.id = oneTimeLink.user
                WHERE user.id = ? AND \(OneTimeLink.isUnanswered)
                """, arguments: [user.text]
        ).map { Date(milliseconds: $0) }
    }

    /// Every link of theirs counts no more: it went to an address that is theirs no longer.
    package func forgetLinks(of user: Identifier<User>) throws {
        try execute(
            "UPDATE oneTimeLink SET usedAt = ? WHERE user = ? AND usedAt IS NULL", [now.milliseconds, user.text])
    }

    /// Uses a link up, and with it every other of the same user; nil when it does not count.
    package func useLink(_ tokenHash: Data) throws -> OneTimeLink? {
        let row = try Row.fetchOne(db, sql: linkThatCounts, arguments: [tokenHash, now.milliseconds])
        guard let link = row.flatMap(OneTimeLink.init) else { return nil }
        try execute(
            "UPDATE oneTimeLink SET usedAt = ? WHERE user = ? AND usedAt IS NULL",
            [now.milliseconds, link.user.text])
        return link
    }
}
