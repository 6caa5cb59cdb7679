import Crypto
import Foundation
import Governance
import Store

/// Signs a user in with e-mail address and password.
///
/// Someone who guesses learns nothing from the answer or its time: an unknown address is counted, hashed and refused
/// like a known one.
package struct SignIn: Sendable {
    package var email: String
    package var password: String
    /// The network address that asks, as far as it is known.
    package var address: String
    /// What the browser says of itself.
    package var device: String

    package init(email: String, password: String, address: String, device: String) {
        self.email = email
        self.password = password
        self.address = address
        self.device = device
    }

    package enum Answer: Sendable, Equatable {
        /// The secret for the cookie; only its hash is stored.
        case signedIn(User, cookie: String)
        /// The password is right, and a code is owed; the secret for the cookie of that step.
        case needsCode(step: String)
        /// The password is right, and codes have to be set up first.
        case needsCodeSetUp(step: String)
        case refused(triesLeft: Int)
        case wait(seconds: Int)

        /// For the person.
        package var says: String? {
            switch self {
            case .signedIn, .needsCode, .needsCodeSetUp: nil
            case .refused(let left) where left > 0:
                "The e-mail address and password do not match. "
                    + (left == 1 ? "One try is left." : "\(left) tries are left.")
            case .refused: "The e-mail address and password do not match"
            case .wait(let seconds):
                "There were too many tries. Wait \(minutesInWords(seconds)), or ask an administrator for a new link"
            }
        }
    }

    package func perform(in organisation: Organisation) async throws -> Answer {
        try organisation.installation.passwords.requireRoom()
        let email = foldedEmail(email)
        let keys = ThrottleKeys(email: email, address: address)
        if let seconds = try await keys.countTry(in: organisation) { return .wait(seconds: seconds) }

        let facts = try await organisation.database.signInFacts(email: email)
        let kept = facts?.password ?? organisation.installation.nobodysPassword
        let key: Data
        do {
            key = try await organisation.installation.passwords.key(password, salt: kept.salt, rounds: kept.rounds)
        } catch let later as ActionError {
            try await keys.forgiveTry(in: organisation)
            throw later
        }
        guard let user = facts?.user, areEqual(key, kept.key) else {
            return try await refuse(keys, user: facts?.user, in: organisation)
        }
        let hasCodes = try await organisation.database.oneTimeCode(of: user.id) != nil
        let mustHave = try await organisation.needsCode(user.id)
        if hasCodes || mustHave {
            guard let step = try await owe(user, kept, keys, email, in: organisation) else {
                return try await refuse(keys, user: user, in: organisation)
            }
            return hasCodes ? .needsCode(step: step) : .needsCodeSetUp(step: step)
        }
        let cookie = Randomness.system.secret()
        let hasBegun = try await organisation.change(by: .user(user.id)) { [device] tx in
            guard try tx.stillHolds(kept, of: user.id) else { return .unchanged(false) }
            try tx.forgetThrottles(beginning: ThrottleKeys.key(of: email))
            if let address = keys.address { try tx.forgiveTry(address, of: Throttle.triesPerAddress) }
            let begun = try tx.begin(user, cookie: cookie, device: device, by: .password)
            return Recorded(true, begun.events[0])
        }
        guard hasBegun else { return try await refuse(keys, user: user, in: organisation) }
        return .signedIn(user, cookie: cookie)
    }

    /// The password was right, so its tries do not count any more; nobody is signed in before the code is right too. Nil
    /// when another has been set meanwhile.
    private func owe(
        _ user: User, _ password: KeptPassword, _ keys: ThrottleKeys, _ email: String, in organisation: Organisation
    ) async throws -> String? {
        let token = Randomness.system.secret()
        let step = CodeStep(user: user.id, device: String(device.prefix(200)))
        return try await organisation.database.keep { book in
            guard try book.stillHolds(password, of: user.id) else { return nil }
            try book.forgetThrottles(beginning: ThrottleKeys.key(of: email))
            if let address = keys.address { try book.forgiveTry(address, of: Throttle.triesPerAddress) }
            try book.keep(step, tokenHash: tokenHash(token))
            return token
        }
    }

    private func refuse(_ keys: ThrottleKeys, user: User?, in organisation: Organisation) async throws -> Answer {
        let (left, seconds) = try await organisation.database.keep { book in
            let throttle = try book.throttle(keys.person)
            return (
                throttle.triesLeft(at: book.now, of: Throttle.triesPerPerson),
                Int(throttle.waitsUntil.timeIntervalSince(book.now).rounded(.up))
            )
        }
        guard seconds > 0 else { return .refused(triesLeft: left) }
        if let user {
            try await organisation.change(by: .visitor) { _ in
                Recorded(Event(.signInLocked, RecordSubject(.user, user.id), after: ["seconds": .number(seconds)]))
            }
        }
        return .wait(seconds: seconds)
    }
}

/// The digest under which a secret is stored: secrets are random, so they need no salt.
func tokenHash(_ secret: String) -> Data { Data(SHA256.hash(data: Data(secret.utf8))) }

/// As addresses are compared.
func foldedEmail(_ email: String) -> String {
    email.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping.lowercased()
}

extension Organisation {
    /// Whether somebody holds a role, now or by a deputy's time, for which a password alone is not enough.
    func needsCode(_ user: Identifier<User>) async throws -> Bool {
        try await database.look(by: .user(user)) { tx in
            try tx.authority().grants.contains { $0.role.needsCode }
        }
    }
}

extension WriteTransaction {
    /// Whether somebody gives a code beside the password, or has to.
    func owesCode(_ user: Identifier<User>) throws -> Bool {
        if try oneTimeCode(of: user) != nil { return true }
        return try authority(of: user).grants.contains { $0.role.needsCode }
    }

    /// Begins a session and puts it on record.
    func begin(
        _ user: User, cookie: String, device: String, by proof: UserSession.Proof
    ) throws -> Recorded<Void> {
        let session = UserSession(
            id: identifier(), user: user.id, device: String(device.prefix(200)), madeAt: now, lastUsedAt: now,
            provedBy: proof)
        try insert(session, tokenHash: tokenHash(cookie))
        return Recorded(
            Event(.signedIn, RecordSubject(.user, user.id), after: ["session": .text(session.id.text)]))
    }
}
