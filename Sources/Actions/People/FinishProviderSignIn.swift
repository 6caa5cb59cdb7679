import Foundation
import Governance
import Platforms
import Store

/// Takes back whom the provider sends: its answer counts once, in the browser where it was begun, and for what it was
/// begun. What a person may do here does not come from the provider, save by groups.
package struct FinishProviderSignIn: Sendable {
    package var state: String
    package var code: String
    /// The provider's word for why it refuses; empty when it does not.
    package var refusal: String
    /// How the provider calls itself in its answer (RFC 9207); empty when it does not say.
    package var issuer: String
    /// The secret of the browser's cookie.
    package var browser: String?
    package var back: String
    package var device: String

    package init(
        state: String, code: String, refusal: String = "", issuer: String = "", browser: String?, back: String,
        device: String
    ) {
        self.state = state
        self.code = code
        self.refusal = refusal
        self.issuer = issuer
        self.browser = browser
        self.back = back
        self.device = device
    }

    package enum Answer: Sendable {
        /// The secret for the cookie.
        case signedIn(User, cookie: String)
        /// Google gave nothing by which to ask later whether they still belong: they go there once more, with consent.
        case consentNeeded(Identifier<User>)
        /// An administrator has tried it; who they are there.
        case tried(ProvenIdentity)
        /// The sentence is for the person; a trial goes back to the settings.
        case refused(String, isTrial: Bool)
    }

    package func perform(in organisation: Organisation) async throws -> Answer {
        guard
            let signIn = try await organisation.database.keep({ [state] in
                try $0.takeSignIn(stateHash: tokenHash(state))
            })
        else {
            return .refused("This sign-in was used already, or begun too long ago. Begin again", isTrial: false)
        }
        let isTrial = signIn.purpose == .trial
        guard let browser, areEqual(tokenHash(browser), signIn.browserHash) else {
            return .refused("This sign-in was begun in another browser. Begin again in this one", isTrial: false)
        }
        guard let kept = try await organisation.database.signInProvider(), kept.provider.isOn || isTrial else {
            return .refused("Nobody signs in here with a school account any more", isTrial: false)
        }
        do {
            guard refusal.isEmpty else { throw ProviderTrouble.refuses(refusal) }
            guard issuer.isEmpty || issuer == kept.provider.issuer else { throw ProviderTrouble.token(.issuer) }
            let grant = try await organisation.connect(kept).grant(
                code: code, back: back, verifier: signIn.verifier, nonce: signIn.nonce, now: organisation.clock.now)
            if isTrial { return try await tried(grant, signIn, kept.provider, organisation) }
            if let user = try await lacksConsent(grant, signIn, kept.provider, organisation) {
                return .consentNeeded(user)
            }
            return try await comeIn(grant, signIn, kept.provider, organisation)
        } catch ActionError.conflict(let says) {
            return .refused(says, isTrial: isTrial)
        } catch { return .refused(try providerSays(error), isTrial: isTrial) }
    }

    private func tried(
        _ grant: OpenIDConnect.Grant, _ signIn: ProviderSignIn, _ provider: SignInProvider,
        _ organisation: Organisation
    ) async throws -> Answer {
        guard let user = signIn.user else { throw ActionError.notFound }
        try await organisation.change(by: .user(user)) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can try how people sign in")
            guard var kept = try tx.signInProvider(), kept.provider.identifies(as: provider) else {
                throw ActionError.conflict("The settings were changed meanwhile. Try again")
            }
            kept.triedAt = tx.now
            try tx.keep(kept)
            return Recorded(Event(.providerTried, .signInProvider, after: ["issuer": .text(grant.identity.issuer)]))
        }
        return .tried(grant.identity)
    }

    /// Google gives a refresh token with consent only, which is asked when an account is bound; the token may be gone since.
    /// Nobody is asked twice in a row.
    private func lacksConsent(
        _ grant: OpenIDConnect.Grant, _ signIn: ProviderSignIn, _ provider: SignInProvider,
        _ organisation: Organisation
    ) async throws -> Identifier<User>? {
        guard provider.kind == .google, grant.refreshToken == nil, signIn.purpose == .signIn, signIn.user == nil,
            let user = try await organisation.database.look(
                by: .visitor,
                { tx in
                    try tx.user(issuer: grant.identity.issuer, subject: grant.identity.subject)
                }), user.endedAt == nil
        else { return nil }
        let check = try await organisation.database.providerCheck(of: user.id)
        let isUsable = check.map { check in
            (try? organisation.installation.secrets.open(
                check.refreshToken, for: Organisation.refreshPurpose(user.id))) != nil
        }
        return isUsable == true ? nil : user.id
    }

    private func comeIn(
        _ grant: OpenIDConnect.Grant, _ signIn: ProviderSignIn, _ provider: SignInProvider,
        _ organisation: Organisation
    ) async throws -> Answer {
        let user = try await bound(grant.identity, signIn, provider, organisation)
        let cookie = Randomness.system.secret()
        try await organisation.change(by: .user(user.id)) { [device] tx in
            let known = try tx.user(issuer: grant.identity.issuer, subject: grant.identity.subject)
            guard known?.id == user.id, known?.endedAt == nil else {
                throw ActionError.conflict("Your way in here has ended. Ask an administrator if that is wrong")
            }
            // within the change, so that no key that was replaced meanwhile seals it
            let token = try grant.refreshToken.map {
                try organisation.installation.secrets.seal(Data($0.utf8), for: Organisation.refreshPurpose(user.id))
            }
            if let token {
                try tx.keepCheck(
                    of: user.id, issuer: provider.issuer, refreshToken: token,
                    due: tx.now + CheckWithProvider.interval)
            }
            let begun = try tx.begin(user, cookie: cookie, device: device, by: .provider)
            return Recorded(
                begun.events[0], and: Array(begun.events.dropFirst()),
                tasks: [.close(.lookAtRefusedUser, RecordSubject(.user, user.id))]
                    + (try organisation.withdrawHandovers(of: user.id, [.refused], tx)))
        }
        try await organisation.apply(grant.identity.groups, of: provider, to: user.id)
        return .signedIn(user, cookie: cookie)
    }

    /// Who this is here, bound by now if not before. Throws `.conflict` with a sentence for somebody who is nobody here.
    private func bound(
        _ identity: ProvenIdentity, _ signIn: ProviderSignIn, _ provider: SignInProvider, _ organisation: Organisation
    ) async throws -> User {
        try await organisation.database.change(by: .visitor) { tx in
            let known = try tx.user(issuer: identity.issuer, subject: identity.subject)
            if signIn.purpose == .link { return try tx.bind(identity, known: known, signIn, provider) }
            if let known {
                guard known.endedAt == nil else {
                    throw ActionError.conflict("Your way in here has ended. Ask an administrator if that is wrong")
                }
                return .unchanged(known)
            }
            // an e-mail address says nothing here: it may be given to somebody else, or be set by whoever owns the account
            throw ActionError.conflict(
                "Nobody here is bound to this account yet. Ask an administrator for an invitation, or sign in with "
                    + "your password and bind it on your page")
        }
    }
}

extension WriteTransaction {
    /// Binds whoever holds the link, or is signed in.
    fileprivate func bind(
        _ identity: ProvenIdentity, known: User?, _ signIn: ProviderSignIn, _ provider: SignInProvider
    ) throws -> Recorded<User> {
        guard let id = try signIn.link.flatMap({ try self.user(boundByLink: $0) }) ?? signIn.user else {
            throw ActionError.conflict("This link was used already or is too old. Ask an administrator for a new one")
        }
        let user = try self.user(id)
        guard user.endedAt == nil else { throw ActionError.conflict("Your way in here has ended") }
        if let known {
            guard known.id == user.id else {
                throw ActionError.conflict("This account is somebody else’s here. Sign in there with your own")
            }
            if let link = signIn.link { _ = try useLink(link) } else { return .unchanged(user) }
            return Recorded(
                user, Event(.providerBound, RecordSubject(.user, user.id), after: ["how": .text("one-time link")]))
        }
        guard try !identities(of: user.id).contains(where: { $0.issuer == identity.issuer }) else {
            throw ActionError.conflict(
                "You are bound to another account there. Sign in with that one, or ask an administrator to release it")
        }
        if let link = signIn.link {
            guard try !owesCode(user.id) else { throw ActionError.conflict(codeComesFirst) }
            _ = try useLink(link)
        }
        return try bind(identity, to: user, provider, how: signIn.link == nil ? "signed in" : "one-time link")
    }

    /// Whoever has an account at the provider needs no password here, save administrators, for when the provider is down.
    fileprivate func bind(
        _ identity: ProvenIdentity, to user: User, _ provider: SignInProvider, how: String
    ) throws -> Recorded<User> {
        try insert(ProviderIdentity(issuer: identity.issuer, subject: identity.subject, user: user.id))
        let administers = try grants(of: user.id).contains { $0.grant.role == .administrator }
        let lost = try administers ? false : removePassword(of: user.id)
        return Recorded(
            user,
            Event(
                .providerBound, RecordSubject(.user, user.id),
                after: [
                    "issuer": .text(identity.issuer), "subject": .text(identity.subject), "how": .text(how),
                    "passwordRemoved": .flag(lost),
                ]),
            notices: [
                NewNotice(
                    to: user.id, .providerBound, RecordSubject(.user, user.id),
                    says:
                        "A school account was bound to you, and signs in as you from now on. If that was not you, tell "
                        + "an administrator at once")
            ])
    }
}

/// A link is not enough for whoever gives a code beside the password.
private let codeComesFirst =
    "You give a code from your telephone here, or your role asks for one. Sign in with your password and the code first, "
    + "then bind your school account on your page"
