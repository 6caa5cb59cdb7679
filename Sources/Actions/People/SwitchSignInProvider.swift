import Governance
import Store

/// Lets people sign in with the provider from now on, or no longer.
package struct SwitchSignInProvider: Sendable {
    package var on: Bool

    package init(on: Bool) { self.on = on }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can say how people sign in")
            guard var kept = try tx.signInProvider() else { throw ActionError.notFound }
            guard kept.provider.isOn != on else { return .unchanged }
            if on {
                guard try !tx.card().isDemonstration else {
                    throw ActionError.conflict("A demonstration asks nothing outside, so nobody can sign in this way")
                }
                guard kept.triedAt != nil else {
                    throw ActionError.conflict("Try it first: a mistake would keep people out")
                }
            }
            let able = try tx.administratorsWhoComeIn()
            kept.provider.isOn = on
            try tx.keep(kept)
            try tx.requireAdministratorWhoComesIn(before: able)
            return Recorded(
                Event(.providerChanged, .signInProvider, before: ["isOn": .flag(!on)], after: ["isOn": .flag(on)]))
        }
    }
}
