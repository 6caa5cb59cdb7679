import Governance
import Store

/// Puts on record that somebody took the register of accounts away as a file.
package struct SaveAccountRegister: Sendable {
    /// How many accounts stand in the file.
    package var count: Int

    package init(count: Int) { self.count = count }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            _ = try tx.person()
            return Recorded(Event(.registerSaved, .organisation, after: ["accounts": .number(count)]))
        }
    }
}
