import Foundation
import Governance
import Platforms
import Store
import Synchronization

extension Organisation {
    /// Asks the network, and keeps what signs in. Throws `NetworkTrouble`; `AnotherAccount` where the register has the account
    /// under another name; `UnsureWhichAccount` where nothing can be compared and nobody has confirmed it.
    func join(
        _ id: Identifier<PostingAccount>, server: String, userName: String, secret: ConnectionSecret,
        isConfirmed: Bool = false, by actor: Actor
    ) async throws {
        let official = try await look(by: actor) { tx in try connectable(id, tx) }
        let network = official.account.network
        let renewed = Renewed(secret)
        let connection = try installation.networks.connection(
            with: ConnectionSettings(
                network: network, server: server, userName: userName, secret: secret,
                app: try await networkApp(network)), keep: { renewed.keep($0) },
            count: { try await self.count($0, on: id, at: network) })
        let report = try await connection.check()
        switch AccountHandle.compare(official.account.handle, with: report.names, on: network) {
        case .same: break
        case .other:
            throw AnotherAccount(registered: official.account.handle, found: report.identity, network: network)
        case .unknown:
            guard isConfirmed else {
                throw UnsureWhichAccount(
                    identity: report.identity, address: report.address, secret: renewed.secret)
            }
        }
        try await change(by: actor) { tx in
            let account = try connectable(id, tx)
            let user = try tx.person()
            let connection = Connection(
                account: account.id, server: server, userName: userName, identity: report.identity,
                capabilities: report.capabilities, connectedBy: user, connectedAt: tx.now, checkedAt: tx.now,
                endsAt: report.endsAt)
            let before = try tx.connection(of: account.id)
            try tx.write(connection, secret: seal(renewed.secret, of: account.id))
            return Recorded(
                Event(
                    .accountConnected, .account(account.id), before: before.map { ["identity": .text($0.identity)] },
                    after: [
                        "server": .text(server), "identity": .text(report.identity),
                        "software": RecordValue(report.software),
                        "capabilities": try RecordValue(encoding: report.capabilities),
                    ]), tasks: [.close(.reconnectAccount, .account(account.id))])
        }
        try await noteDue()
    }
}

/// Who signed in is another account than the one that the register has.
struct AnotherAccount: Error {
    let registered: String
    let found: String
    let network: Network

    var says: String {
        "The register has this account at \(registered), and on \(network.title) it was \(found) that was allowed. Sign in "
            + "there as the account itself, or correct the register first"
    }
}

/// The network says nothing of the account that can be compared with the register: a person says whether it is the one.
struct UnsureWhichAccount: Error {
    let identity: String
    let address: String?
    let secret: ConnectionSecret
}

/// What signs in, as the network last gave it.
private final class Renewed: Sendable {
    private let kept: Mutex<ConnectionSecret>
    init(_ secret: ConnectionSecret) { kept = Mutex(secret) }
    var secret: ConnectionSecret { kept.withLock(\.self) }
    func keep(_ secret: ConnectionSecret) { kept.withLock { $0 = secret } }
}
