import Foundation
import Governance
import Platforms
import Store

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
        let network = try await organisation.look(by: actor) { tx in
            try organisation.connectable(account, tx).account.network
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
