import Foundation
import GRDB

/// Whether every picture that the Record names as proof is there, byte for byte.
enum ProofVerification {
    /// What is missing or changed, as sentences.
    static func faults(_ db: Database) throws -> [String] {
        let hasPictures = try db.tableExists("proofPicture")
        let destroyed = try ProofPicture.destroyed(db)
        return try ProofPicture.named(db).subtracting(destroyed).sorted().compactMap { digest in
            let bytes =
                hasPictures
                ? try Data.fetchOne(db, sql: "SELECT bytes FROM proofPicture WHERE digest = ?", arguments: [digest])
                : nil
            guard let bytes else { return "The screenshot \(digest.prefix(12)) that the record names is missing." }
            guard ProofPicture.digest(of: bytes) == digest else {
                return "The screenshot \(digest.prefix(12)) that the record names was changed."
            }
            return nil
        }
    }
}
