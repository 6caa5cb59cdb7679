import Foundation
import GRDB
import Governance
import Store

/// Why a screenshot that a proof names is not shown.
package enum EndedProof: Sendable, Equatable {
    /// It shows a picture that is locked.
    case locked
    /// It was destroyed, with a compromising picture that it showed.
    case destroyed
}

extension EndedProof {
    /// Of those that a placement's proofs name, by their digests: one screenshot can prove several posts, and is ended with a
    /// picture of any of them.
    static func of(_ proofs: [Proof?], _ db: Database) throws -> [String: EndedProof] {
        let digests = Set(proofs.compactMap { $0?.screenshot?.digest })
        var ended: [String: EndedProof] = [:]
        for digest in digests {
            if try Bool.fetchOne(db, sql: "SELECT \(isLocked)", arguments: [digest]) ?? false {
                ended[digest] = .locked
            } else if try
                !(Bool.fetchOne(
                    db, sql: "SELECT EXISTS (SELECT 1 FROM proofPicture WHERE digest = ?)", arguments: [digest])
                ?? false)
            {
                ended[digest] = .destroyed
            }
        }
        return ended
    }

    /// Whether a screenshot, by its digest, shows a picture that is locked, of whichever post. Begins at the pictures that are
    /// locked, which are few.
    fileprivate static let isLocked = """
        EXISTS (
            SELECT 1 FROM picture
            CROSS JOIN placementPicture ON placementPicture.picture = picture.id
            WHERE \(StoredPicture.isLocked) AND ?1 IN (
                SELECT json_extract(proof, '$.screenshot.digest') FROM publication
                    WHERE publication.placement = placementPicture.placement
                UNION ALL SELECT json_extract(proof, '$.screenshot.digest') FROM takedown
                    WHERE takedown.placement = placementPicture.placement))
        """
}

/// Takes a digest.
let unlockedScreenshot = "SELECT bytes FROM proofPicture WHERE digest = ?1 AND NOT \(EndedProof.isLocked)"

extension OrganisationDatabase {
    /// The bytes of a screenshot that was kept; throws when it is gone, and where it shows a picture that is locked, of
    /// whichever post.
    package func picture(of screenshot: Proof.Screenshot) async throws -> [UInt8] {
        let bytes = try await readAtLength { db in
            try Data.fetchOne(
                db,
                sql: unlockedScreenshot, arguments: [screenshot.digest])
        }
        guard let bytes else { throw ActionError.notFound }
        return [UInt8](bytes)
    }
}
