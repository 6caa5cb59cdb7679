import Foundation
import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// The bytes of a screenshot that was kept; throws when it is gone.
    package func picture(of screenshot: Proof.Screenshot) async throws -> [UInt8] {
        let bytes = try await readAtLength { db in
            try Data.fetchOne(
                db, sql: "SELECT bytes FROM proofPicture WHERE digest = ?", arguments: [screenshot.digest])
        }
        guard let bytes else { throw ActionError.notFound }
        return [UInt8](bytes)
    }
}
