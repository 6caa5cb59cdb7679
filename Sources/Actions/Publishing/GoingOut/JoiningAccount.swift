import Foundation
import Governance
import Platforms
import Store
import Synchronization

/// Sends whoever runs an account to its network's own page, where they allow its posts to go out by themselves.
package struct BeginJoining: Sendable {
    package var account: Identifier<PostingAccount>
    /// Of the account's own server, where each has its own.
    package var server: String
    /// Of a page on LinkedIn, its number.
    package var userName: String
    /// The address of this program to which the network sends the browser back.
    package var back: String
    /// The address of this program.
    package var website: String?

    package init(
        _ account: Identifier<PostingAccount>, server: String = "", userName: String = "", back: String,
        website: String? = nil
    ) {
        self.account = account
        self.server = server
        self.userName = userName
        self.back = back
        self.website = website
    }

    package struct Begun: Sendable {
        /// Where the browser goes.
        package let address: String
        /// For a cookie: only this browser may come back.
        package let browser: String
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Begun {
        let (network, user) = try await organisation.change(by: actor) { tx in
            .unchanged((try organisation.connectable(account, tx).account.network, try tx.person()))
        }
        guard case .page(_, let kind)? = network.wayToConnect else { throw ActionError.notFound }
        let server = organisation.installation.networks.server(of: network) ?? Self.address(of: server)
        let userName = trimmed(userName)
        if network == .linkedin, userName.isEmpty || !userName.allSatisfy({ $0.isASCII && $0.isNumber }) {
            throw ActionError.invalid(
                "userName", "Enter the number that stands in the address of the page’s admin view")
        }
        let app: NetworkApp
        let address: String
        let random = organisation.installation.randomness
        let (state, browser) = (random.secret(), random.secret())
        let verifier = random.secret() + random.secret()
        do {
            let signIn = try organisation.installation.networks.signIn(to: network, at: server, userName: userName)
            switch kind {
            case .madeAtOnce: app = try await signIn.register(back: back, website: website)
            case .entered:
                guard let entered = try await organisation.networkApp(network) else {
                    throw ActionError.conflict(
                        "An administrator has to enter the school’s app on \(network.title) here first")
                }
                app = entered
            }
            address = signIn.address(of: app, back: back, state: state, verifier: verifier)
        } catch let trouble as NetworkTrouble { throw ActionError.invalid("server", trouble.says) }
        let joining = Joining(
            account: account, user: user, server: server, userName: userName, browserHash: tokenHash(browser),
            verifier: verifier, app: try organisation.seal(app, for: Organisation.joiningPurpose(account, "app")))
        try await organisation.database.keep { try $0.begin(joining, stateHash: tokenHash(state)) }
        return Begun(address: address, browser: browser)
    }

    /// As a person enters it.
    private static func address(of server: String) -> String {
        var server = trimmed(server)
        while server.hasSuffix("/") { server.removeLast() }
        return server.contains("://") ? server : "https://" + server
    }
}

/// Takes back whom the network sends: its answer counts once, in the browser where it was begun, for whoever began it.
package struct FinishJoining: Sendable {
    package var state: String
    package var code: String
    /// The network's word for why nothing was allowed; empty when it was.
    package var refusal: String
    /// The secret of the browser's cookie.
    package var browser: String?
    package var back: String

    package init(state: String, code: String, refusal: String = "", browser: String?, back: String) {
        self.state = state
        self.code = code
        self.refusal = refusal
        self.browser = browser
        self.back = back
    }

    package enum Answer: Sendable {
        case joined(Identifier<PostingAccount>)
        /// Whoever signed in runs more than one: they choose.
        case choose(Identifier<PostingAccount>)
        /// With a sentence for the person; nil: it is not known for which account it was.
        case refused(Identifier<PostingAccount>?, String)
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Answer {
        let taken = try await organisation.database.keep { [state] in
            try $0.takeJoining(stateHash: tokenHash(state))
        }
        guard let joining = taken else {
            return .refused(nil, "This was used already, or begun too long ago. Begin again on the account’s page")
        }
        let account = joining.account
        guard let browser, areEqual(tokenHash(browser), joining.browserHash), actor.user == joining.user else {
            return .refused(account, "This was begun in another browser, or by somebody else. Begin again in this one")
        }
        do {
            return try await finish(joining, in: organisation, by: actor)
        } catch let trouble as NetworkTrouble {
            return .refused(account, trouble.says)
        } catch ActionError.conflict(let says) { return .refused(account, says) } catch ActionError.invalid(let errors)
        {
            return .refused(account, errors.map(\.says).joined(separator: ". "))
        }
    }

    private func finish(
        _ joining: Joining, in organisation: Organisation, by actor: Actor
    ) async throws -> Answer {
        let account = joining.account
        let network = try await organisation.change(by: actor) { tx in
            .unchanged(try organisation.connectable(account, tx).account.network)
        }
        guard refusal.isEmpty else {
            return .refused(account, "\(network.title) was not allowed to let posts go out. Nothing was connected")
        }
        let app: NetworkApp = try organisation.opened(
            joining.app, for: Organisation.joiningPurpose(account, "app"))
        let signIn = try organisation.installation.networks.signIn(
            to: network, at: joining.server, userName: joining.userName)
        let found = try await signIn.accounts(of: app, code: code, back: back, verifier: joining.verifier)
        guard let first = found.first else {
            return .refused(
                account, "Whoever signed in on \(network.title) runs nothing there on which posts can go out")
        }
        guard found.count == 1 else {
            let choices = try organisation.seal(found, for: Organisation.joiningPurpose(account, "choices"))
            try await organisation.database.keep { try $0.keepChoices(choices, of: account) }
            return .choose(account)
        }
        try await organisation.join(
            account, server: joining.server, userName: first.id, secret: first.secret, by: actor)
        try await organisation.database.keep { try $0.endJoining(of: account) }
        return .joined(account)
    }
}

/// Says which of several it is.
package struct ChooseJoined: Sendable {
    package var account: Identifier<PostingAccount>
    /// As the network tells it from others.
    package var choice: String

    package init(_ account: Identifier<PostingAccount>, choice: String) {
        self.account = account
        self.choice = choice
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        guard let (joining, all) = try await organisation.choices(of: account, for: actor.user) else {
            throw ActionError.conflict("That was too long ago. Begin again")
        }
        guard let chosen = all.first(where: { $0.id == choice }) else {
            throw ActionError.invalid("choice", "Choose one of them")
        }
        do {
            try await organisation.join(
                account, server: joining.server, userName: chosen.id, secret: chosen.secret, by: actor)
        } catch let trouble as NetworkTrouble { throw ActionError.invalid("choice", trouble.says) }
        try await organisation.database.keep { [account] in try $0.endJoining(of: account) }
    }
}

extension Organisation {
    static func joiningPurpose(_ account: Identifier<PostingAccount>, _ part: String) -> String {
        "joining:\(account.text):\(part)"
    }

    /// What whoever came back from the network may choose from, by its number and its name; empty for anybody else.
    package func joinable(
        _ account: Identifier<PostingAccount>, for user: Identifier<User>
    ) async throws -> [(id: String, name: String)] {
        try await choices(of: account, for: user)?.all.map { ($0.id, $0.name) } ?? []
    }

    fileprivate func choices(
        of account: Identifier<PostingAccount>, for user: Identifier<User>?
    ) async throws -> (joining: Joining, all: [JoinableAccount])? {
        let since = clock.now - Joining.lasts
        guard let joining = try await database.joiningToChoose(account, since: since), joining.user == user,
            let sealed = joining.choices
        else { return nil }
        return (joining, try opened(sealed, for: Self.joiningPurpose(account, "choices")))
    }

    /// Asks the network, and keeps what signs in. Throws `NetworkTrouble`.
    func join(
        _ id: Identifier<PostingAccount>, server: String, userName: String, secret: ConnectionSecret, by actor: Actor
    ) async throws {
        let official = try await change(by: actor) { tx in .unchanged(try connectable(id, tx)) }
        let network = official.account.network
        let renewed = Renewed(secret)
        let connection = try installation.networks.connection(
            with: ConnectionSettings(
                network: network, server: server, userName: userName, secret: secret,
                app: try await networkApp(network)), keep: { renewed.keep($0) })
        let report = try await connection.check()
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

/// What signs in, as the network last gave it.
private final class Renewed: Sendable {
    private let kept: Mutex<ConnectionSecret>
    init(_ secret: ConnectionSecret) { kept = Mutex(secret) }
    var secret: ConnectionSecret { kept.withLock(\.self) }
    func keep(_ secret: ConnectionSecret) { kept.withLock { $0 = secret } }
}
