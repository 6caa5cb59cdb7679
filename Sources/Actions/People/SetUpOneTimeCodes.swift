import Foundation
import Governance
import Store

/// Sets up one-time codes: shows a key, and takes the first code of it as proof that the telephone has it.
package struct SetUpOneTimeCodes: Sendable {
    /// The secret of the step's cookie.
    package var step: String

    package init(step: String) { self.step = step }

    /// What a telephone needs.
    package struct Key: Sendable, Equatable {
        package let name: String
        /// For a square to scan.
        package let address: String
        /// For typing.
        package let text: String
    }

    static func purpose(_ user: Identifier<User>) -> String { "one-time-code:\(user.text)" }

    /// The key, the same until it is set up or its time is over; nil when the step counts no more.
    package func key(in organisation: Organisation) async throws -> Key? {
        guard let (begun, user) = try await organisation.database.codeStep(tokenHash: tokenHash(step)),
            try await organisation.database.oneTimeCode(of: user.id) == nil
        else { return nil }
        var found = begun
        let secrets = organisation.installation.secrets
        let secret: Data
        if let sealed = found.secret {
            secret = try secrets.open(sealed, for: Self.purpose(user.id))
        } else {
            secret = OneTimeCode.secret()
            found.secret = try secrets.seal(secret, for: Self.purpose(user.id))
            let kept = found
            try await organisation.database.keep { [step] in try $0.keep(kept, tokenHash: tokenHash(step)) }
        }
        let card = try await organisation.database.entrance(tokenHash: nil).card
        return Key(
            name: user.email, address: OneTimeCode.address(of: secret, name: user.email, at: card.name),
            text: OneTimeCode.text(of: secret))
    }

    package enum Answer: Sendable {
        /// The secret for the cookie, and the codes for when the telephone is lost, shown once.
        case signedIn(User, cookie: String, recovery: [String])
        case refused(String)
        /// The step is over: sign in again.
        case over
    }

    package func confirm(_ code: String, in organisation: Organisation) async throws -> Answer {
        guard let (found, user) = try await organisation.database.codeStep(tokenHash: tokenHash(step)),
            let sealed = found.secret
        else { return .over }
        let keys = ThrottleKeys(email: "code \(user.id.text)", address: nil)
        if let seconds = try await keys.countTry(in: organisation) { return .refused(tooMany(seconds)) }
        let secret = try organisation.installation.secrets.open(sealed, for: Self.purpose(user.id))
        guard let taken = OneTimeCode.step(of: OneTimeCode.typed(code), secret: secret, at: organisation.clock.now)
        else { return .refused("That is not the code of this minute. Compare the clock of your telephone") }
        let (cookie, recovery) = (Randomness.system.secret(), RecoveryCodes.fresh())
        let isDone = try await organisation.change(by: .user(user.id)) { [step] tx in
            guard try tx.oneTimeCode(of: user.id) == nil else { return .unchanged(false) }
            // anew, and within the change: the key that sealed the step may have been replaced since
            let fresh = try organisation.installation.secrets.seal(secret, for: Self.purpose(user.id))
            try tx.keep(KeptOneTimeCode(secret: fresh, lastStep: taken), of: user.id)
            try tx.keepRecoveryCodes(recovery.map { RecoveryCodes.hash($0, of: user.id) }, of: user.id)
            try tx.removeCodeStep(tokenHash: tokenHash(step))
            try tx.forgetThrottles(beginning: ThrottleKeys.key(of: "code \(user.id.text)"))
            let begun = try tx.begin(user, cookie: cookie, device: found.device, by: .code)
            return Recorded(true, Event(.codesSetUp, RecordSubject(.user, user.id)), and: begun.events)
        }
        return isDone ? .signedIn(user, cookie: cookie, recovery: recovery) : .over
    }
}

func tooMany(_ seconds: Int) -> String {
    "There were too many tries. Wait \(minutesInWords(seconds)), or ask an administrator to reset your codes"
}
