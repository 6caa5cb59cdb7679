import Crypto
import Foundation
import GRDB
import Governance

/// The pictures kept as proof, each under the digest that the Record names.
package enum ProofPicture {
    /// SHA-256 in 64 hexadecimal digits.
    package static func digest(of bytes: Data) -> String {
        SHA256.hash(data: bytes).map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }.joined()
    }

    /// The digests that publications and take-downs name.
    static func named(_ db: Database) throws -> Set<String> {
        guard try db.tableExists("publication") else { return [] }
        return Set(
            try String.fetchAll(
                db,
                sql: """
                    WITH said(json, path) AS (
                        SELECT proof, '$.screenshot.digest' FROM publication
                        UNION ALL SELECT proof, '$.screenshot.digest' FROM takedown
                        UNION ALL SELECT content, '$.after.screenshot' FROM eventContent
                            JOIN event ON event.number = eventContent.event
                            WHERE event.kind IN ('publishing.post-published', 'publishing.taken-down')
                    ), named(digest) AS (
                        SELECT iif(json_valid(json), json_extract(json, path), NULL) FROM said
                    )
                    SELECT DISTINCT digest FROM named WHERE digest IS NOT NULL
                    """))
    }

    static func keep(_ bytes: Data, at now: Date, _ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO proofPicture (digest, bytes, keptAt) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            arguments: [digest(of: bytes), bytes, now.milliseconds])
    }
}

extension WriteTransaction {
    /// Keeps the picture of a proof, when it has one, in the same transaction as the row that speaks of it.
    package func keep(_ picture: Picture?, of proof: Proof) throws {
        guard let picture, proof.screenshot != nil else { return }
        try ProofPicture.keep(Data(picture.bytes), at: now, db)
    }
}
