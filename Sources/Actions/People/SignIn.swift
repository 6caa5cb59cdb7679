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
        case refused(triesLeft: Int)
        case wait(seconds: Int)

        /// For the person.
        package var says: String? {
            switch self {
            case .signedIn: nil
            case .refused(let left) where left > 0:
                "The e-mail address and password do not match. "
                    + (left == 1 ? "One try is left." : "\(left) tries are left.")
            case .refused: "The e-mail address and password do not match"
            case .wait(let seconds):
                "There were too many tries. Wait \(minutes(seconds)), or ask an administrator for a new link"
            }
        }
    }

    package func perform(in organisation: Organisation) async throws -> Answer {
        let email = foldedEmail(email)
        let keys = ThrottleKeys(email: email, address: address)
        if let seconds = try await countTry(keys, in: organisation) { return .wait(seconds: seconds) }

        let facts = try await organisation.database.signInFacts(email: email)
        let kept = facts?.password ?? organisation.installation.nobodysPassword
        let key = try await organisation.installation.passwords.key(password, salt: kept.salt, rounds: kept.rounds)
        guard let user = facts?.user, areEqual(key, kept.key) else {
            return try await refuse(keys, user: facts?.user, in: organisation)
        }
        let cookie = Randomness.system.secret()
        try await organisation.change(by: .user(user.id)) { [device] tx in
            try tx.forgetThrottle(keys.email)
            return try tx.begin(user, cookie: cookie, device: device)
        }
        return .signedIn(user, cookie: cookie)
    }

    /// Counts the try as failed before the password is looked at, so that many at once are not one; returns how long
    /// to wait where it does not even count.
    private func countTry(_ keys: ThrottleKeys, in organisation: Organisation) async throws -> Int? {
        try await organisation.database.keep { book in
            let email = try book.throttle(keys.email)
            let address = try book.throttle(keys.address)
            let waitsUntil = max(email.waitsUntil, address.waitsUntil)
            guard waitsUntil <= book.now else { return Int(waitsUntil.timeIntervalSince(book.now).rounded(.up)) }
            try book.keep(email.failing(at: book.now, tries: Throttle.triesPerEmail), for: keys.email)
            try book.keep(address.failing(at: book.now, tries: Throttle.triesPerAddress), for: keys.address)
            return nil
        }
    }

    private func refuse(_ keys: ThrottleKeys, user: User?, in organisation: Organisation) async throws -> Answer {
        let (left, seconds) = try await organisation.database.keep { book in
            let throttle = try book.throttle(keys.email)
            return (
                throttle.triesLeft(at: book.now, of: Throttle.triesPerEmail),
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

/// Under what failures are counted: digests, so that no address is stored.
private struct ThrottleKeys: Sendable {
    let email: Data
    let address: Data

    init(email: String, address: String) {
        self.email = tokenHash("email " + email)
        self.address = tokenHash("address " + address)
    }
}

/// The digest under which a secret is stored: secrets are random, so they need no salt.
func tokenHash(_ secret: String) -> Data { Data(SHA256.hash(data: Data(secret.utf8))) }

/// As addresses are compared.
func foldedEmail(_ email: String) -> String {
    email.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping.lowercased()
}

private func minutes(_ seconds: Int) -> String {
    let minutes = (seconds + 59) / 60
    return minutes == 1 ? "a minute" : minutes >= 60 ? "an hour" : "\(minutes) minutes"
}

extension WriteTransaction {
    /// Begins a session and puts it on record.
    func begin(_ user: User, cookie: String, device: String) throws -> Recorded<Void> {
        let session = UserSession(
            id: identifier(), user: user.id, device: String(device.prefix(200)), madeAt: now, lastUsedAt: now)
        try insert(session, tokenHash: tokenHash(cookie))
        return Recorded(
            Event(.signedIn, RecordSubject(.user, user.id), after: ["session": .text(session.id.text)]))
    }
}
