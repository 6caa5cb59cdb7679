import Governance
import Store

/// Says by which address people reach the installation, at the machine's own console. Links that the console prints
/// begin with it, and forms may come from there.
package struct ChangePublicAddress: Sendable {
    /// `https://chaperone.school.example`
    package var address: String

    package init(_ address: String) { self.address = address }

    package func perform(in installation: Installation) async throws {
        let address = String(trimmed(address).reversed().drop { $0 == "/" }.reversed())
        guard isPublicAddress(address) else { throw ActionError.invalid("address", publicAddressWanted) }
        try await installation.database.keepPublicAddress(address)
    }
}
