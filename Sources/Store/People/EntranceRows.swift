import Foundation
import GRDB
import Governance

/// What one knows of whoever comes in, all from one moment.
package struct EntranceRows: Sendable {
    package let card: OrganisationCard
    /// The version that holds where they work; for the whole organisation, where that is at several schools or unknown.
    package let policy: PolicyVersion?
    /// What pages show to them: their school's, where they work at one.
    package let settings: Settings
    /// Nil when no session counts.
    package let session: (session: UserSession, signedIn: SignedIn)?
}

extension OrganisationDatabase {
    /// - Parameter tokenHash: of the cookie's secret; nil when there is none.
    package func entrance(tokenHash: Data?) async throws -> EntranceRows {
        let now = clock.now
        return try await read { db in
            let session = try tokenHash.flatMap { try UserSession.open(db, tokenHash: $0, at: now) }
            let school = session?.signedIn.authority.onlySchool
            return EntranceRows(
                card: try OrganisationCard.read(db),
                policy: try PolicyHistory.read(db, at: school).inForce(at: school, on: now),
                settings: try Settings.shown(db, to: school), session: session)
        }
    }
}

extension OrganisationDatabase {
    /// The session of a cookie; nil when it does not count any more.
    package func openSession(tokenHash: Data) async throws -> (session: UserSession, signedIn: SignedIn)? {
        let now = clock.now
        return try await read { try UserSession.open($0, tokenHash: tokenHash, at: now) }
    }
}

extension UserSession {
    /// The session of a cookie, with its user and what the user may do now; nil when it does not count any more.
    fileprivate static func open(
        _ db: Database, tokenHash: Data, at now: Date
    ) throws -> (session: UserSession, signedIn: SignedIn)? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT \(UserSession.columns), \(User.columns) FROM session JOIN user ON user.id = session.user
                    WHERE tokenHash = ? AND user.endedAt IS NULL
                    """), arguments: [tokenHash])
        guard let row else { return nil }
        let session = UserSession(row)
        guard session.isOpen(at: now) else { return nil }
        let user = User(
            id: session.user, name: row[8], email: row[9], kind: try Binding.Who(kept: row[11]))
        let authority = try Authority.read(db, user: user.id, at: now)
        guard session.suffices(for: authority) else { return nil }
        return (session, SignedIn(user: user, session: session.id, authority: authority))
    }
}
