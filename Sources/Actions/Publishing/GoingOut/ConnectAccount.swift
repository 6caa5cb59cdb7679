import Foundation
import Governance
import Platforms
import Store
import Synchronization

/// Joins an account to its network, so that its approved posts go out by themselves. The network is asked first whether
/// what signs in does, and what it may; what signs in is kept sealed.
package struct ConnectAccount: Sendable {
    package var account: Identifier<PostingAccount>
    package var server: String
    package var userName: String
    /// An application password or app password; of Mastodon the access token.
    package var secret: String

    package init(_ account: Identifier<PostingAccount>, server: String, userName: String, secret: String) {
        self.account = account
        self.server = server
        self.userName = userName
        self.secret = secret
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        var server = trimmed(server)
        while server.hasSuffix("/") { server.removeLast() }
        if !server.contains("://") { server = "https://" + server }
        let userName = trimmed(userName)
        let network = try await organisation.change(by: actor) { tx in
            .unchanged(try organisation.connectable(account, tx).account.network)
        }
        let given = trimmed(secret)
        guard !given.isEmpty else {
            throw ActionError.invalid("secret", "Paste what the network made for Chaperone")
        }
        let secret = network == .mastodon ? ConnectionSecret(token: given) : ConnectionSecret(password: given)
        let renewed = Renewed(secret)
        let report: ConnectionReport
        do {
            let connection = try organisation.installation.networks.connection(
                with: ConnectionSettings(network: network, server: server, userName: userName, secret: secret),
                keep: { renewed.keep($0) })
            report = try await connection.check()
        } catch let trouble as NetworkTrouble {
            throw ActionError.invalid(Self.field(of: trouble), trouble.says)
        }
        try await organisation.change(by: actor) { [server] tx in
            let account = try organisation.connectable(account, tx)
            let user = try tx.person()
            let connection = Connection(
                account: account.id, server: server, userName: userName, identity: report.identity,
                capabilities: report.capabilities, connectedBy: user, connectedAt: tx.now, checkedAt: tx.now)
            let before = try tx.connection(of: account.id)
            try tx.write(connection, secret: organisation.seal(renewed.secret, of: account.id))
            return Recorded(
                Event(
                    .accountConnected, .account(account.id), before: before.map { ["identity": .text($0.identity)] },
                    after: [
                        "server": .text(server), "identity": .text(report.identity),
                        "software": RecordValue(report.software),
                        "capabilities": try RecordValue(encoding: report.capabilities),
                    ]), tasks: [.close(.reconnectAccount, .account(account.id))])
        }
        try await organisation.noteDue()
    }

    /// The part of the form that can mend it.
    private static func field(of trouble: NetworkTrouble) -> String {
        switch trouble {
        case .permissionEnded, .notPermitted: "secret"
        default: "server"
        }
    }
}

/// What signs in, as the network last gave it.
private final class Renewed: Sendable {
    private let kept: Mutex<ConnectionSecret>
    init(_ secret: ConnectionSecret) { kept = Mutex(secret) }
    var secret: ConnectionSecret { kept.withLock(\.self) }
    func keep(_ secret: ConnectionSecret) { kept.withLock { $0 = secret } }
}

extension Organisation {
    /// The account, when whoever acts may connect it: those who run it or keep its log-in details, and administrators.
    func connectable(_ id: Identifier<PostingAccount>, _ tx: WriteTransaction) throws -> OfficialAccount {
        let account = try tx.officialAccount(id)
        let school = account.account.school
        let user = try tx.person()
        let asker = try tx.asker(user, of: id)
        let custody = LoginCustody(of: account, try accountTerms(at: school, tx))
        guard !asker.isRefused,
            try custody.lodges(asker) || tx.authority().holds(any: [.administrator], at: school)
        else {
            throw ActionError.notPermitted(
                "An account is connected by those who run it or keep its log-in details, and by administrators")
        }
        guard account.state.isInUse else { throw ActionError.conflict("This account is closed") }
        guard account.account.network.stated != nil else {
            throw ActionError.conflict(
                "Chaperone does not publish on \(account.account.network.title) by itself. A person does, and brings proof"
            )
        }
        return account
    }
}

/// Ends the connection of an account: what signs in is destroyed, and what waits is left to a person.
package struct DisconnectAccount: Sendable {
    package var account: Identifier<PostingAccount>

    package init(_ account: Identifier<PostingAccount>) { self.account = account }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let account = try tx.officialAccount(account)
            let custody = LoginCustody(of: account, try organisation.accountTerms(at: account.account.school, tx))
            let asker = try tx.asker(tx.person(), of: account.id)
            guard try custody.lodges(asker) || tx.authority().holds(any: [.administrator], at: account.account.school)
            else {
                throw ActionError.notPermitted(
                    "An account is disconnected by those who run it or keep its log-in details, and by administrators")
            }
            guard let connection = try tx.connection(of: account.id) else { return .unchanged }
            try tx.removeConnection(of: account.id)
            return Recorded(
                Event(
                    .accountDisconnected, .account(account.id),
                    before: ["server": .text(connection.server), "identity": .text(connection.identity)]),
                tasks: [.close(.reconnectAccount, .account(account.id))])
        }
        try await organisation.noteDue()
    }
}
