import Governance
import Store

/// Puts on record that somebody saved the register of consent as a file: from then on it is also where they keep it.
package struct SaveConsentRegister: Sendable {
    /// How many people stand in the file.
    package var count: Int

    package init(count: Int) { self.count = count }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let authority = try tx.authority()
            guard try tx.schools().contains(where: { authority.holds(any: ConsentRoles.reading, at: $0.id) }) else {
                throw ActionError.notPermitted("The register of consent is not for everybody")
            }
            return Recorded(Event(.consentSaved, .organisation, after: ["people": .number(count)]))
        }
    }
}
