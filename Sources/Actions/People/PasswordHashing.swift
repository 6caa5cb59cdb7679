import Crypto
import CryptoExtras
import Foundation
import Governance

/// Derives keys from passwords with scrypt on threads of its own: each takes 32 MiB and some 70 ms, so neither requests
/// nor memory may be at the mercy of how many people sign in at once.
package final class PasswordHashing: Sendable {
    /// 2^15, with a block size of 8: what a small machine bears and a thief does not enjoy.
    package static let rounds = 1 << 15

    let rounds: Int
    let desk = HashingDesk()

    init(rounds: Int) { self.rounds = rounds }

    deinit { desk.close() }

    /// Throws `.later` when too many are waiting, so that nothing else is done for somebody who will be told that.
    func requireRoom() throws {
        guard !desk.isFull else { throw Self.later }
    }

    private static var later: ActionError {
        .later(seconds: 5, "Many people are signing in just now. Try again in a few seconds.")
    }

    /// The key of a password under a salt; throws `.later` when too many are waiting.
    func key(_ password: String, salt: Data, rounds: Int) async throws -> Data {
        let phrase = Data(password.precomposedStringWithCompatibilityMapping.utf8)
        return try await withCheckedThrowingContinuation { continuation in
            let isTaken = desk.take {
                continuation.resume(
                    with: Result {
                        try KDF.Scrypt.deriveKey(
                            from: phrase, salt: salt, outputByteCount: 32, rounds: rounds, blockSize: 8,
                            parallelism: 1
                        ).withUnsafeBytes { Data($0) }
                    })
            }
            guard !isTaken else { return }
            continuation.resume(throwing: Self.later)
        }
    }
}

/// Compares without telling by its time where two differ.
func areEqual(_ one: Data, _ other: Data) -> Bool {
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
