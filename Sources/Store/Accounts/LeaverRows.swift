import Foundation
import GRDB
import Governance

extension User {
    /// Which users have left: shut out, or the person of the roll whom they are linked to is off it. For a `WHERE` of `user`.
    package static let hasLeft = """
        (user.endedAt IS NOT NULL OR EXISTS (
            SELECT 1 FROM userOfPerson JOIN person ON person.id = userOfPerson.person
            WHERE userOfPerson.user = user.id AND person.leftAt IS NOT NULL))
        """
}

extension WriteTransaction {
    /// Whether somebody was shut out, or came off the roll.
    package func hasLeft(_ user: Identifier<User>) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM user WHERE id = ? AND \(User.hasLeft))"),
            arguments: [user.text]) ?? false
    }

    /// The accounts in use whose password somebody knows out of the vault: they lodged what lies there, or looked at it since
    /// the password was changed.
    package func accounts(whosePasswordIsKnownTo user: Identifier<User>) throws -> [OfficialAccount] {
        let looks = try Row.fetchAll(
            db,
            sql: "SELECT subject, max(at) FROM event WHERE actor = ? AND kind = ? AND subjectKind = ? GROUP BY subject",
            arguments: [
                Governance.Actor.user(user).signature, Event.Kind.loginShown.rawValue,
                RecordSubject.Kind.account.rawValue,
            ])
        let looked = Dictionary(uniqueKeysWithValues: looks.map { ($0[0] as String, Date(milliseconds: $0[1])) })
        let lodged = Set(
            try String.fetchAll(db, sql: "SELECT account FROM accountLogin WHERE lodgedBy = ?", arguments: [user.text]))
        guard !looked.isEmpty || !lodged.isEmpty else { return [] }
        return try officialAccounts().filter { account in
            guard account.state.isInUse else { return false }
            if lodged.contains(account.id.text) { return true }
            return looked[account.id.text].map { $0 >= account.details.passwordChangedAt ?? .distantPast } ?? false
        }
    }

    /// Whether somebody’s word on leaving, that what is confidential stays so, still counts: they have not come back since.
    package func wordOnLeavingCounts(of user: Identifier<User>) throws -> Bool {
        try User.wordOnLeavingCounts(db, of: user)
    }
}

extension OrganisationDatabase {
    /// Where a user has or had a role, nil among them for the whole organisation; and whether their word on leaving counts.
    package func leavingFacts(
        of user: Identifier<User>
    ) async throws -> (schools: Set<Identifier<School>?>, wordCounts: Bool) {
        try await read { (try User.schoolsEver($0, of: user), try User.wordOnLeavingCounts($0, of: user)) }
    }
}

extension User {
    fileprivate static func wordOnLeavingCounts(_ db: Database, of user: Identifier<User>) throws -> Bool {
        let last = try String.fetchOne(
            db,
            sql: """
                SELECT kind FROM event WHERE subjectKind = ? AND subject = ? AND kind IN (?, ?)
                ORDER BY number DESC LIMIT 1
                """,
            arguments: [
                RecordSubject.Kind.user.rawValue, user.text, Event.Kind.leavingAcknowledged.rawValue,
                Event.Kind.leavingWordOver.rawValue,
            ])
        return last == Event.Kind.leavingAcknowledged.rawValue
    }

    static func schoolsEver(_ db: Database, of user: Identifier<User>) throws -> Set<Identifier<School>?> {
        let schools = try String?.fetchAll(
            db, sql: "SELECT DISTINCT school FROM roleGrant WHERE user = ?", arguments: [user.text])
        return Set(schools.map { $0.map { Identifier($0) } })
    }
}
