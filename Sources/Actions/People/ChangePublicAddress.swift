import Governance
import Store

/// Says by which address people reach the installation: links that the console prints begin with it, and forms are
/// taken only from there. At the machine's own console.
package struct ChangePublicAddress: Sendable {
    /// `https://chaperone.school.example`
    package var address: String

    package init(_ address: String) { self.address = address }

    package func perform(in installation: Installation) async throws {
        let address = String(trimmed(address).reversed().drop { $0 == "/" }.reversed())
        guard isPublicAddress(address) else {
            throw ActionError.invalid("address", "Enter the address people will use, beginning with https://")
        }
        try await installation.database.keepPublicAddress(address)
    }
}
