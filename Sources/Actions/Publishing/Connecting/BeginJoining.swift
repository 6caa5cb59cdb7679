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
        let (network, user) = try await organisation.look(by: actor) { tx in
            (try organisation.connectable(account, tx).account.network, try tx.person())
        }
        guard case .page(_, let kind)? = network.wayToConnect else { throw ActionError.notFound }
        let server = organisation.installation.networks.server(of: network) ?? ServerAddress.completed(server)
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
}
