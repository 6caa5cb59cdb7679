import Foundation
import Governance
import Platforms
import Store

extension Organisation {
    static func connectionPurpose(_ account: Identifier<PostingAccount>) -> String { "connection:\(account.text)" }

    /// What signs in, sealed for one account alone: in another account's row it does not open.
    func seal(_ secret: ConnectionSecret, of account: Identifier<PostingAccount>) throws -> Data {
        try seal(secret, for: Self.connectionPurpose(account))
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
        let app = try await networkApp(sealed.network)
        let network = try installation.networks.connection(
            with: ConnectionSettings(
                network: sealed.network, server: known.server, userName: known.userName, secret: secret, app: app),
            keep: { renewed in
                let bytes = try seal(renewed, of: account)
                try await database.keep { try $0.renewSecret(of: known, bytes) }
            }, count: { try await count($0, on: account, at: sealed.network) })
        return (known, network)
    }

    /// Keeps what was read on a network that charges for it.
    func count(_ reads: NetworkReads, on account: Identifier<PostingAccount>, at network: Network) async throws {
        guard network.price != nil, reads != NetworkReads() else { return }
        try await database.keep { try $0.count(reads, on: account) }
    }

    /// Where two use a permission at once and one of them has a new one for it, the other holds what counts no more: the
    /// permission has not ended then, and with the new one it goes on.
    /// - Parameter known: what signed in when the trouble began.
    func whatRemains(
        of trouble: NetworkTrouble, since known: SealedConnection?, of account: Identifier<PostingAccount>
    ) async throws -> NetworkTrouble {
        guard trouble == .permissionEnded, let known, let now = try await database.sealedConnection(of: account) else {
            return trouble
        }
        return now.secret != known.secret ? .unreachable : trouble
    }
}
