import Foundation
import GRDB
import Governance

extension AccountListFacts {
    fileprivate static func read(
        _ db: Database, for actor: Governance.Actor, at now: Date
    ) throws -> AccountListFacts {
        let authority: Authority =
            switch actor {
            case .console, .schedule: Authority(isMachine: true)
            case .visitor: Authority()
            case .user(let user): try Authority.read(db, user: user, at: now)
            }
        let handles = try Row.fetchAll(db, sql: "SELECT network, handle FROM account")
        return AccountListFacts(
            schools: try Row.fetchAll(db, sql: "SELECT id, slug, name FROM school ORDER BY name").map(School.init)
                .filter { authority.holds(any: PublishingRoles.keepingAccounts, at: $0.id) },
            users: try Row.fetchAll(
                db,
                sql: "SELECT \(User.columns) FROM user WHERE NOT \(User.hasLeft) ORDER BY name COLLATE NOCASE, id"
            ).map(User.init),
            known: Set(
                handles.compactMap { row in
                    Network(rawValue: row[0]).map { AccountHandle(row[1], on: $0) }
                }))
    }
}

extension WriteTransaction {
    package func accountListFacts() throws -> AccountListFacts {
        try AccountListFacts.read(db, for: actor, at: now)
    }
}

extension OrganisationDatabase {
    /// The same, without waiting for those who write.
    package func accountListFacts(for actor: Governance.Actor) async throws -> AccountListFacts {
        let now = clock.now
        return try await read { try AccountListFacts.read($0, for: actor, at: now) }
    }
}
