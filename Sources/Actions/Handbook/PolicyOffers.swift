import Governance
import PolicyFile
import PolicySeeds

/// A policy built into the program, as set-up offers it.
package struct PolicyOffer: Sendable {
    package let key: String
    package let policy: Policy
    package let bytes: [UInt8]
}

/// The built-in policies, in the order in which they are offered.
package func policyOffers() throws -> [PolicyOffer] {
    try PolicySeeds.files.map { key, bytes in
        PolicyOffer(key: key, policy: try PolicyFile.read(bytes).get().policy, bytes: bytes)
    }
}

/// The bytes of a built-in policy by its key, or of the `template`.
package func builtInPolicy(_ key: String) -> [UInt8]? { PolicySeeds.bytes(of: key) }

/// What is wrong with a file that shall become a policy, one sentence a fault; empty when it can be taken.
package func faults(inPolicy bytes: [UInt8]) -> [FieldError] {
    do {
        _ = try readPolicy(bytes)
        return []
    } catch ActionError.invalid(let errors) {
        return errors
    } catch {
        return [FieldError("policy", "This is no policy file")]
    }
}
