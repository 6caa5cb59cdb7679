import Foundation
import GRDB
import Governance

/// What is kept of somebody's one-time codes.
package struct KeptOneTimeCode: Sendable, Equatable {
    /// Sealed.
    package var secret: Data
    /// The half minute of the last code that was taken; none of it or before is taken again.
    package var lastStep: Int64

    package init(secret: Data, lastStep: Int64) {
        self.secret = secret
        self.lastStep = lastStep
    }

    fileprivate static func read(_ db: Database, _ user: Identifier<User>) throws -> KeptOneTimeCode? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT secret, lastStep FROM oneTimeCode WHERE user = ?"), arguments: [user.text]
        ).map { KeptOneTimeCode(secret: $0[0], lastStep: $0[1]) }
    }
}

/// That someone has given the right password and still owes a code.
package struct CodeStep: Sendable {
    /// So long does it count.
    package static let lasts: TimeInterval = 15 * 60

    package var user: Identifier<User>
    package var device: String
    /// The sealed secret that is being set up; nil when a code is asked for.
    package var secret: Data?

    package init(user: Identifier<User>, device: String, secret: Data? = nil) {
        self.user = user
        self.device = device
        self.secret = secret
    }
}

extension OrganisationDatabase {
    package func oneTimeCode(of user: Identifier<User>) async throws -> KeptOneTimeCode? {
        try await read { try KeptOneTimeCode.read($0, user) }
    }

    /// How many recovery codes are left.
    package func recoveryCodesLeft(of user: Identifier<User>) async throws -> Int {
        try await read { db in
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM recoveryCode WHERE user = ? AND usedAt IS NULL", arguments: [user.text])
                ?? 0
        }
    }

    /// Nil when it is over, or made up.
    package func codeStep(tokenHash: Data) async throws -> (step: CodeStep, user: User)? {
        let now = clock.now
        return try await read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT \(User.columns), device, secret FROM codeStep JOIN user ON user.id = codeStep.user
                    WHERE tokenHash = ? AND begunAt > ? AND user.endedAt IS NULL
                    """, arguments: [tokenHash, (now - CodeStep.lasts).milliseconds])
            return try row.map { (CodeStep(user: Identifier($0[0]), device: $0[5], secret: $0[6]), try User($0)) }
        }
    }
}

extension Bookkeeping {
    /// A password was right, and nobody is signed in yet: not on record before the code is right too.
    package func keep(_ step: CodeStep, tokenHash: Data) throws {
        try db.execute(
            sql: "DELETE FROM codeStep WHERE begunAt < ?", arguments: [(now - CodeStep.lasts).milliseconds])
        try db.execute(
            sql: """
                INSERT INTO codeStep (tokenHash, user, device, secret, begunAt) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (tokenHash) DO UPDATE SET secret = excluded.secret
                """, arguments: [tokenHash, step.user.text, step.device, step.secret, now.milliseconds])
    }
}

extension WriteTransaction {
    package func oneTimeCode(of user: Identifier<User>) throws -> KeptOneTimeCode? {
        try KeptOneTimeCode.read(db, user)
    }

    package func keep(_ code: KeptOneTimeCode, of user: Identifier<User>) throws {
        try execute(
            """
            INSERT INTO oneTimeCode (user, secret, setUpAt, lastStep) VALUES (?, ?, ?, ?)
            ON CONFLICT (user) DO UPDATE SET secret = excluded.secret, lastStep = excluded.lastStep
            """, [user.text, code.secret, now.milliseconds, code.lastStep])
    }

    /// Takes a code's half minute; false when a code of it or a later one was taken already.
    package func takeStep(_ step: Int64, of user: Identifier<User>) throws -> Bool {
        try execute("UPDATE oneTimeCode SET lastStep = ? WHERE user = ? AND lastStep < ?", [step, user.text, step])
        return db.changesCount == 1
    }

    /// Those there were before stop counting.
    package func keepRecoveryCodes(_ hashes: [Data], of user: Identifier<User>) throws {
        try execute("DELETE FROM recoveryCode WHERE user = ?", [user.text])
        for hash in hashes {
            try execute("INSERT INTO recoveryCode (hash, user) VALUES (?, ?)", [hash, user.text])
        }
    }

    /// Uses a recovery code up; false when it is none of this user's, or used.
    package func useRecoveryCode(_ hash: Data, of user: Identifier<User>) throws -> Bool {
        try execute(
            "UPDATE recoveryCode SET usedAt = ? WHERE hash = ? AND user = ? AND usedAt IS NULL",
            [now.milliseconds, hash, user.text])
        return db.changesCount == 1
    }

    package func removeOneTimeCode(of user: Identifier<User>) throws -> Bool {
        try execute("DELETE FROM oneTimeCode WHERE user = ?", [user.text])
        let had = db.changesCount == 1
        try execute("DELETE FROM recoveryCode WHERE user = ?", [user.text])
        try execute("DELETE FROM codeStep WHERE user = ?", [user.text])
        return had
    }

    package func removeCodeStep(tokenHash: Data) throws {
        try execute("DELETE FROM codeStep WHERE tokenHash = ?", [tokenHash])
    }
}
