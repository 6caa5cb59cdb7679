import Foundation
import Governance
import Platforms
import Store

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
        /// Whoever signed in runs more than one, or nothing that the network says can be compared with the register: they
        /// say which it is.
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
        } catch let other as AnotherAccount {
            return .refused(account, other.says)
        } catch ActionError.conflict(let says) {
            return .refused(account, says)
        } catch ActionError.invalid(let errors) {
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
        guard found.count == 1 else { return try await offer(found, joining, in: organisation) }
        do {
            try await organisation.join(
                account, server: joining.server, userName: first.id, secret: first.secret, by: actor)
        } catch let unsure as UnsureWhichAccount {
            let shown = [unsure.identity, unsure.address].compactMap(\.self).joined(separator: ", ")
            let only = JoinableAccount(id: first.id, name: shown, secret: unsure.secret)
            return try await offer([only], joining, in: organisation)
        }
        try await organisation.database.keep { try $0.end(joining) }
        return .joined(account)
    }

    /// Whoever signed in says which it is, or that it is the one.
    private func offer(
        _ all: [JoinableAccount], _ joining: Joining, in organisation: Organisation
    ) async throws -> Answer {
        let account = joining.account
        let choices = try organisation.seal(all, for: Organisation.joiningPurpose(account, "choices"))
        guard try await organisation.database.keep({ try $0.keepChoices(choices, of: joining) }) else {
            return .refused(account, "Somebody began to connect this account anew meanwhile. Begin again")
        }
        return .choose(account)
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
                account, server: joining.server, userName: chosen.id, secret: chosen.secret, isConfirmed: true,
                by: actor)
        } catch let trouble as NetworkTrouble {
            throw ActionError.invalid("choice", trouble.says)
        } catch let other as AnotherAccount { throw ActionError.invalid("choice", other.says) }
        try await organisation.database.keep { try $0.end(joining) }
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
}
