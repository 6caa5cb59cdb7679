import Foundation
import Governance
import Platforms
import Store

extension Organisation {
    static func connectionPurpose(_ account: Identifier<PostingAccount>) -> String { "connection:\(account.text)" }

    /// What signs in, sealed for one account alone: in another account's row it does not open.
    func seal(_ secret: ConnectionSecret, of account: Identifier<PostingAccount>) throws -> Data {
        do {
            return try installation.secrets.seal(JSONEncoder().encode(secret), for: Self.connectionPurpose(account))
        } catch is SecretsTrouble {
            throw ActionError.conflict(
                "The key that seals secrets is not where it should be, so nothing was kept. Ask whoever looks after this "
                    + "machine to put it back")
        }
    }

    /// The account on its network, as it is connected now; nil when it is not. Throws `NetworkTrouble.permissionEnded` when
    /// what signs in cannot be opened any more.
    func networkConnection(
        of account: Identifier<PostingAccount>
    ) async throws -> (known: Connection, network: any NetworkConnection)? {
        guard let sealed = try await database.sealedConnection(of: account) else { return nil }
        let secret: ConnectionSecret
        do {
            let text = try installation.secrets.open(sealed.secret, for: Self.connectionPurpose(account))
            secret = try JSONDecoder().decode(ConnectionSecret.self, from: text)
        } catch { throw NetworkTrouble.permissionEnded }
        let known = sealed.known
        let network = try installation.networks.connection(
            with: ConnectionSettings(
                network: sealed.network, server: known.server, userName: known.userName, secret: secret),
            keep: { renewed in
                let bytes = try seal(renewed, of: account)
                try await database.keep { try $0.renewSecret(of: known, bytes) }
            })
        return (known, network)
    }
}
