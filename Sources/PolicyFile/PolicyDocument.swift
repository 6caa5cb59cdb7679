import Crypto
import Governance

/// A policy with the exact bytes it was read from, and their digest.
package struct PolicyDocument: Sendable, Equatable {
    package let policy: Policy
    /// SHA-256 of the bytes, in small hexadecimal digits.
    package let digest: String
    package let bytes: [UInt8]

    /// Which words these are: the policy's key and the digest.
    package var version: PolicyVersionID { PolicyVersionID(key: policy.key, digest: digest) }
}

func digest(of bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }.joined()
}
