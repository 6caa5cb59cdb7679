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

    /// Who knows the password of an account out of the vault: whoever lodged what lies there, and who looked at it since it
    /// was changed.
    package func users(whoKnowPasswordOf account: OfficialAccount) throws -> Set<Identifier<User>> {
        let lodged = try String.fetchAll(
            db, sql: "SELECT lodgedBy FROM accountLogin WHERE account = ?", arguments: [account.id.text])
        guard !lodged.isEmpty else { return [] }
        let looked = try String.fetchAll(
            db,
            sql: "SELECT DISTINCT actor FROM event WHERE subjectKind = ? AND subject = ? AND kind = ? AND at >= ?",
            arguments: [
                RecordSubject.Kind.account.rawValue, account.id.text, Event.Kind.loginShown.rawValue,
                account.details.passwordChangedAt?.milliseconds ?? 0,
            ])
        return Set(lodged.map { Identifier($0) } + looked.compactMap { Governance.Actor(signature: $0)?.user })
    }

    /// Who runs an account in use, answers for a group of staff in use, or keeps a post: who would leave something behind.
    package func usersWhoKeepSomething() throws -> Set<Identifier<User>> {
        Set(
            try String.fetchAll(
                db,
                sql: """
                    SELECT accountOperator.user FROM accountOperator JOIN account ON account.id = accountOperator.account
                    WHERE accountOperator.until IS NULL AND account.closedAt IS NULL
                    UNION SELECT creator FROM staffGroup WHERE closedAt IS NULL
                    UNION SELECT keeper FROM post
                    """
            ).map { Identifier($0) })
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
