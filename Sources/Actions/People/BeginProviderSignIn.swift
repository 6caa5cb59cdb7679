import Foundation
import Governance
import Platforms
import Store

/// Sends somebody to the provider: to come in, to bind their account there to their user here, or to try the settings.
package struct BeginProviderSignIn: Sendable {
    package enum Reason: Sendable {
        case signIn
        /// By a one-time link; its secret.
        case link(String)
        /// Signed in already, which the password proves where there is one.
        case bind(Identifier<User>, password: String)
        case trial(Identifier<User>)
        /// Once more, with consent: Google gave nothing by which to ask later whether they still belong.
        case consent(Identifier<User>)
    }

    package var reason: Reason
    /// The address of this program to which the provider sends the browser back.
    package var back: String
    /// The network address that asks, as far as it is known.
    package var address: String?

    package init(_ reason: Reason, back: String, address: String? = nil) {
        self.reason = reason
        self.back = back
        self.address = address
    }

    package struct Begun: Sendable {
        /// Where the browser goes.
        package let address: String
        /// For a cookie: only this browser may come back.
        package let browser: String
    }

    package func perform(in organisation: Organisation) async throws -> Begun {
        guard let kept = try await organisation.database.signInProvider(), try await mayBegin(kept, organisation)
        else { throw ActionError.notFound }
        let random = Randomness.system
        let (state, browser, nonce) = (random.secret(), random.secret(), random.secret())
        let verifier = random.secret() + random.secret()
        var signIn = ProviderSignIn(
            purpose: .signIn, browserHash: tokenHash(browser), nonce: nonce, verifier: verifier,
            client: address.map { tokenHash("client " + NetworkAddress.counted($0)) })
        switch reason {
        case .signIn: break
        case .link(let link):
            guard try await organisation.bindsAccounts(link: link) else { throw ActionError.notFound }
            signIn.purpose = .link
            signIn.link = tokenHash(link)
        case .bind(let user, let password):
            try await organisation.prove(password, of: user)
            signIn.purpose = .link
            signIn.user = user
        case .trial(let user):
            signIn.purpose = .trial
            signIn.user = user
        case .consent(let user): signIn.user = user
        }
        let address: String
        do {
            address = try await organisation.connect(kept).address(
                back: back, state: state, nonce: nonce, verifier: verifier,
                choosing: signIn.purpose == .link || asksConsent)
        } catch { throw ActionError.later(seconds: 60, try providerSays(error)) }
        let begun = signIn
        try await organisation.database.keep { try $0.begin(begun, stateHash: tokenHash(state)) }
        return Begun(address: address, browser: browser)
    }

    private var asksConsent: Bool {
        if case .consent = reason { true } else { false }
    }

    private func mayBegin(_ kept: KeptProvider, _ organisation: Organisation) async throws -> Bool {
        guard case .trial(let user) = reason else { return kept.provider.isOn }
        return try await organisation.database.look(by: .user(user)) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can try how people sign in")
            guard try !tx.card().isDemonstration else {
                throw ActionError.conflict("A demonstration asks nothing outside, so it cannot be tried here")
            }
            return true
        }
    }
}
