import Foundation
import GRDB
import Governance
import Store

/// The app that a school made on a network, as an administrator entered it; its secret is no part of this.
package struct EnteredApp: Sendable {
    /// As the network calls it.
    package let id: String
    package let enteredAt: Date
}

extension OrganisationDatabase {
    /// Nil where nobody has entered one.
    package func enteredApp(on network: Network) async throws -> EnteredApp? {
        try await read { db in
            try Row.fetchOne(
                db, sql: "SELECT id, enteredAt FROM networkApp WHERE network = ?", arguments: [network.rawValue]
            ).map { EnteredApp(id: $0[0], enteredAt: Date(milliseconds: $0[1])) }
        }
    }
}
