import Foundation
import Governance
import Store

/// The second step of signing in by password: the code of this half minute, or a recovery code. No code counts twice.
package struct GiveOneTimeCode: Sendable {
    /// The secret of the step's cookie.
    package var step: String
    package var code: String

    package init(step: String, code: String) {
        self.step = step
        self.code = code
    }

    package enum Answer: Sendable {
        /// The secret for the cookie; how many recovery codes are left, where one was used.
        case signedIn(User, cookie: String, recoveryCodesLeft: Int?)
        case refused(String)
        /// The step is over: sign in again.
        case over
    }

    package func perform(in organisation: Organisation) async throws -> Answer {
        guard let (found, user) = try await organisation.database.codeStep(tokenHash: tokenHash(step)),
            let kept = try await organisation.database.oneTimeCode(of: user.id)
        else { return .over }
        let keys = ThrottleKeys(email: "code \(user.id.text)", address: nil)
        if let seconds = try await keys.countTry(in: organisation) { return .refused(tooMany(seconds)) }
        let typed = OneTimeCode.typed(code)
        let taken = try Self.step(of: typed, kept, user.id, organisation)
        let cookie = Randomness.system.secret()
        let left = try await organisation.database.recoveryCodesLeft(of: user.id)
        let answer: Answer? = try await organisation.change(by: .user(user.id)) { [step] tx in
            var used: [Event] = []
            if let taken {
                guard try tx.takeStep(taken, of: user.id) else { return .unchanged(nil) }
            } else {
                guard typed.count == 16, try tx.useRecoveryCode(RecoveryCodes.hash(typed, of: user.id), of: user.id)
                else { return .unchanged(nil) }
                used = [Event(.recoveryCodeUsed, RecordSubject(.user, user.id), after: ["left": .number(left - 1)])]
            }
            try tx.removeCodeStep(tokenHash: tokenHash(step))
            try tx.forgetThrottles(beginning: ThrottleKeys.key(of: "code \(user.id.text)"))
            let begun = try tx.begin(user, cookie: cookie, device: found.device, by: .code)
            return Recorded(
                .signedIn(user, cookie: cookie, recoveryCodesLeft: used.isEmpty ? nil : left - 1), begun.events[0],
                and: used)
        }
        return answer ?? .refused("That is not the code of this minute, or it was used already. Wait for the next one")
    }

    /// The half minute of a code that counts. A recovery code asks for no key, so that it lets somebody in also when the
    /// file with the keys is lost.
    private static func step(
        of typed: String, _ kept: KeptOneTimeCode, _ user: Identifier<User>, _ organisation: Organisation
    ) throws -> Int64? {
        guard typed.count == 6 else { return nil }
        let secret = try organisation.installation.secrets.open(kept.secret, for: SetUpOneTimeCodes.purpose(user))
        return OneTimeCode.step(of: typed, secret: secret, at: organisation.clock.now)
    }

    /// Whether codes are to be set up in this step, or one is to be given; nil when the step is over.
    package static func isSettingUp(_ step: String, in organisation: Organisation) async throws -> Bool? {
        guard let (_, user) = try await organisation.database.codeStep(tokenHash: tokenHash(step)) else { return nil }
        return try await organisation.database.oneTimeCode(of: user.id) == nil
    }
}
