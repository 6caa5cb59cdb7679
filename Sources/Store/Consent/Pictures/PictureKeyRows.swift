import Foundation
import GRDB
import Governance

/// The organisation's own key for pictures, sealed with the key for secrets.
extension WriteTransaction {
    package func sealedPictureKey() throws -> Data? {
        try Data.fetchOne(db, sql: "SELECT sealed FROM pictureKey")
    }

    package func keepPictureKey(_ sealed: Data) throws {
        try execute("INSERT INTO pictureKey (id, sealed, madeAt) VALUES (1, ?, ?)", [sealed, now.milliseconds])
    }
}

extension OrganisationDatabase {
    /// The same on a read-only connection; nil before the first picture.
    package func sealedPictureKey() async throws -> Data? {
        try await read { db in try Data.fetchOne(db, sql: "SELECT sealed FROM pictureKey") }
    }
}
