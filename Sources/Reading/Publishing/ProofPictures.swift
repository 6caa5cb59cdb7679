import Foundation
import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// The bytes of a screenshot that was kept; throws when it is gone, and where it shows a picture that is locked, of
    /// whichever post.
    package func picture(of screenshot: Proof.Screenshot) async throws -> [UInt8] {
        let bytes = try await readAtLength { db in
            try Data.fetchOne(
                db,
                sql: """
                    SELECT bytes FROM proofPicture WHERE digest = ?1 AND NOT EXISTS (
                        SELECT 1 FROM publication
                        JOIN placementPicture ON placementPicture.placement = publication.placement
                        JOIN picture ON picture.id = placementPicture.picture
                        WHERE picture.state = 'sealed-away'
                            AND json_extract(publication.proof, '$.screenshot.digest') = ?1)
                    """, arguments: [screenshot.digest])
        }
        guard let bytes else { throw ActionError.notFound }
        return [UInt8](bytes)
    }
}
