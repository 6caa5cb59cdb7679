import Foundation
import GRDB
import Governance

extension OrganisationDatabase {
    /// A placement of which an attempt to publish it is under way at this moment, and by which connection; nil when none is.
    package func goingOut(_ id: Identifier<Placement>) async throws -> (Placement, Connection)? {
        try await read { db in
            guard let placement = try Placement.fetch(db, where: "placement.id = ?", [id.text]).first,
                placement.state == .sending,
                try Dispatch.fetch(db, .publish, of: id)?.state == .begun,
                let connection = try Connection.fetch(db, of: placement.account.id)
            else { return nil }
            return (placement, connection)
        }
    }
}
