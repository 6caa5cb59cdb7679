import Foundation
import Governance
import Platforms
import Store

/// Joins an account to its network, so that its approved posts go out by themselves. The network is asked first whether
/// what signs in does, and what it may; what signs in is kept sealed.
package struct ConnectAccount: Sendable {
    package var account: Identifier<PostingAccount>
    package var server: String
    package var userName: String
    /// An application password or app password; of Mastodon an access token that somebody made there.
    package var secret: String
    /// Whether somebody has looked whether it is the account of the register, where that cannot be compared.
    package var isConfirmed: Bool

    package init(
        _ account: Identifier<PostingAccount>, server: String, userName: String, secret: String,
        isConfirmed: Bool = false
    ) {
        self.account = account
        self.server = server
        self.userName = userName
        self.secret = secret
        self.isConfirmed = isConfirmed
    }

    package enum Answer: Sendable {
        case joined
        /// Nothing that the network says can be compared with the register: a person says whether it is the one, by
        /// `ChooseJoined`.
        case choose
    }

    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Answer {
        let server = ServerAddress.completed(server)
        let userName = trimmed(userName)
        let account = try await organisation.look(by: actor) { tx in
            try organisation.connectable(self.account, tx).account
        }
        if account.network == .website { try Self.require(server, of: account) }
        let given = trimmed(secret)
        guard !given.isEmpty else {
            throw ActionError.invalid("secret", "Paste what the network made for Chaperone")
        }
        let secret: ConnectionSecret
        switch account.network {
        case .website, .bluesky: secret = ConnectionSecret(password: given)
        case .mastodon: secret = ConnectionSecret(token: given)
        default: throw ActionError.conflict("This account is connected on its network’s own page")
        }
        do {
            try await organisation.join(
                account.id, server: server, userName: userName, secret: secret,
                // which website it is was compared above
                isConfirmed: isConfirmed || account.network == .website, by: actor)
            return .joined
        } catch let unsure as UnsureWhichAccount {
            try await offer(unsure, server: server, userName: userName, in: organisation, by: actor)
            return .choose
        } catch let trouble as NetworkTrouble {
            throw ActionError.invalid(Self.field(of: trouble), trouble.says)
        } catch let other as AnotherAccount {
            throw ActionError.invalid(account.network == .bluesky ? "userName" : "server", other.says)
        }
    }

    /// Kept sealed as what a network's own page gives is, until somebody says that it is the one.
    private func offer(
        _ unsure: UnsureWhichAccount, server: String, userName: String, in organisation: Organisation, by actor: Actor
    ) async throws {
        let user = try await organisation.look(by: actor) { tx in try tx.person() }
        let random = organisation.installation.randomness
        let joining = Joining(
            account: account, user: user, server: server, userName: userName, browserHash: tokenHash(random.secret()),
            verifier: random.secret() + random.secret(),
            app: try organisation.seal(
                NetworkApp(id: "", secret: ""), for: Organisation.joiningPurpose(account, "app")))
        let shown = [unsure.identity, unsure.address].compactMap(\.self).joined(separator: ", ")
        let only = JoinableAccount(id: userName, name: shown, secret: unsure.secret)
        let choices = try organisation.seal([only], for: Organisation.joiningPurpose(account, "choices"))
        try await organisation.database.keep {
            try $0.begin(joining, stateHash: tokenHash(random.secret()))
            _ = try $0.keepChoices(choices, of: joining)
        }
    }

    /// What goes out on an account has to go to the website that the register says it is.
    private static func require(_ server: String, of account: PostingAccount) throws {
        let (known, entered) = (AccountHandle(account.handle, on: .website), AccountHandle(server, on: .website))
        // either may name a folder of the other
        guard
            known.text == entered.text || known.text.hasPrefix(entered.text + "/")
                || entered.text.hasPrefix(known.text + "/")
        else {
            throw ActionError.invalid(
                "server",
                "The register has this account at \(account.handle). Connect that website, or correct the register first"
            )
        }
    }

    /// The part of the form that can mend it.
    private static func field(of trouble: NetworkTrouble) -> String {
        switch trouble {
        case .permissionEnded, .notPermitted: "secret"
        default: "server"
        }
    }
}

extension Organisation {
    /// The account, when whoever acts may connect it: those who run it or keep its log-in details, and administrators.
    func connectable(_ id: Identifier<PostingAccount>, _ tx: WriteTransaction) throws -> OfficialAccount {
        let account = try lookedAfter(id, tx)
        guard account.account.network.stated != nil else {
            throw ActionError.conflict(
                "Chaperone does not publish on \(account.account.network.title) by itself. A person does, and brings proof"
            )
        }
        let terms = try accountTerms(at: account.account.school, tx)
        if let outside = terms.outside(account.account) {
            throw ActionError.conflict(
                accountRule("\(outside), so it is not connected. Have it closed", terms.networkSections))
        }
        return account
    }

    /// The account, in use, for those who may connect it.
    func lookedAfter(_ id: Identifier<PostingAccount>, _ tx: WriteTransaction) throws -> OfficialAccount {
        let account = try requireRunner(
            of: id, tx, "An account is connected by those who run it or keep its log-in details, and by administrators")
        guard account.state.isInUse else { throw ActionError.conflict("This account is closed") }
        return account
    }

    /// The account, for those who run it or keep its log-in details, and for administrators; whom the school's sign-in
    /// refused is none of them.
    /// - Parameter says: who may, for whoever may not.
    func requireRunner(
        of id: Identifier<PostingAccount>, _ tx: WriteTransaction, _ says: String
    ) throws -> OfficialAccount {
        let account = try tx.officialAccount(id)
        let school = account.account.school
        let asker = try tx.asker(tx.person(), of: id)
        let custody = LoginCustody(of: account, try accountTerms(at: school, tx))
        guard !asker.isRefused, try custody.lodges(asker) || tx.authority().holds(any: [.administrator], at: school)
        else { throw ActionError.notPermitted(says) }
        return account
    }
}

/// Ends the connection of an account: what signs in is destroyed, and what waits is left to a person.
package struct DisconnectAccount: Sendable {
    package var account: Identifier<PostingAccount>

    package init(_ account: Identifier<PostingAccount>) { self.account = account }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let account = try organisation.requireRunner(
                of: account, tx,
                "An account is disconnected by those who run it or keep its log-in details, and by administrators")
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
