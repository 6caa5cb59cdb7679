import Governance
import Store

/// Forgets the provider with its secret, and ends the roles that its groups gave. Who somebody is there stays known.
package struct RemoveSignInProvider: Sendable {
    package var why: String

    package init(why: String) { self.why = why }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let why = try required(why, "why", "Say why nobody is to sign in there any more", most: 500)
        try await organisation.change(by: actor) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can say how people sign in")
            guard let kept = try tx.signInProvider() else { return .unchanged }
            let able = try tx.administratorsWhoComeIn()
            let (ended, handovers) = try organisation.endGroupGrants(
                why: "The provider whose group gave it was removed", tx)
            try tx.removeProvider()
            try tx.requireAdministratorWhoComesIn(before: able)
            return Recorded(
                Event(
                    .providerRemoved, .signInProvider,
                    before: [
                        "issuer": .text(kept.provider.issuer), "rolesEnded": .number(ended.count),
                    ], why: why), and: ended,
                tasks: ended.isEmpty
                    ? [] : try tx.handbookTasks(organisation.installation.policies) + handovers)
        }
    }
}
