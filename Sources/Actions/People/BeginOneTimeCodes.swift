import Governance
import Store

/// Begins to set one's own codes up although nobody asks for it. The password proves that it is they, lest somebody at
/// their browser sets them up on another telephone.
package struct BeginOneTimeCodes: Sendable {
    package var user: Identifier<User>
    package var password: String
    package var device: String

    package init(user: Identifier<User>, password: String, device: String) {
        self.user = user
        self.password = password
        self.device = device
    }

    /// The secret for the step's cookie.
    package func perform(in organisation: Organisation) async throws -> String {
        guard try await organisation.database.oneTimeCode(of: user) == nil else {
            throw ActionError.conflict("Your codes are set up already. An administrator can reset them")
        }
        try await organisation.prove(password, of: user)
        let step = Randomness.system.secret()
        let kept = CodeStep(user: user, device: device)
        try await organisation.database.keep { try $0.keep(kept, tokenHash: tokenHash(step)) }
        return step
    }
}
