import Governance
import Store

/// Puts on record that somebody saved the register of consent as a file: from then on it is also where they keep it.
package struct SaveConsentRegister: Sendable {
    /// How many people stand in the file.
    package var count: Int

    package init(count: Int) { self.count = count }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            _ = try tx.person()
            return Recorded(Event(.consentSaved, .organisation, after: ["people": .number(count)]))
        }
    }
}
