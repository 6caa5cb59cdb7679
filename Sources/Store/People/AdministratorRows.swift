import GRDB
import Governance

extension WriteTransaction {
    /// Those who administer the whole organisation without an end and can come in: with a password, or with an account at
    /// the provider that people sign in with now.
    package func administratorsWhoComeIn() throws -> Set<Identifier<User>> {
        let provider = try signInProvider()?.provider
        let issuer = provider?.isOn == true ? provider?.issuer : nil
        let ids = try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT user FROM password UNION SELECT user FROM providerIdentity WHERE issuer = ?
                    """), arguments: [issuer])
        return try lastingAdministrators().intersection(ids.map(Identifier.init))
    }

    /// Every grant that a group at a provider gave and that holds now or will.
    package func groupGrants() throws -> [RoleGrant] {
        let users = try String.fetchAll(db, sql: "SELECT DISTINCT user FROM groupGrant ORDER BY user")
        return try users.flatMap { try groupGrants(of: Identifier($0)).map(\.grant) }
    }
}

extension WriteTransaction {
    /// Active users who hold the role anywhere now, themselves.
    package func everyHolder(of role: Role) throws -> Set<Identifier<User>> {
        let schools = try schools().map(\.id)
        return try schools.reduce(into: try holders(of: role, at: nil)) { try $0.formUnion(holders(of: role, at: $1)) }
    }
}
