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

    /// Those that were destroyed with a compromising picture, as the Record says.
    static func destroyed(_ db: Database) throws -> Set<String> {
        Set(
            try String.fetchAll(
                db,
                sql: """
                    SELECT proof.value FROM eventContent
                    JOIN event ON event.number = eventContent.event, json_each(content, '$.after.proofs') AS proof
                    WHERE event.kind = ? AND json_valid(content)
                    """, arguments: [Event.Kind.pictureDestroyed.rawValue]))
    }

    static func keep(_ bytes: Data, at now: Date, _ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO proofPicture (digest, bytes, keptAt) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            arguments: [digest(of: bytes), bytes, now.milliseconds])
    }
}

extension WriteTransaction {
    /// Destroys the screenshots that show these on their networks, and those taken once they were to be gone, also where they
    /// prove something else too.
    /// - Returns: their digests, for the Record, which from then on says why they are missing.
    package func destroyProofs(of placements: [Placement]) throws -> [String] {
        let ids = try StoredJSON.text(placements.map(\.id.text))
        let own: [String] = try db.rows(
            """
            WITH said(placement, proof) AS (
                SELECT placement, proof FROM publication UNION ALL SELECT placement, proof FROM takedown)
            SELECT DISTINCT json_extract(proof, '$.screenshot.digest') AS digest FROM said
            WHERE placement IN (SELECT value FROM json_each(?)) AND digest IN (SELECT digest FROM proofPicture)
            ORDER BY digest
            """, [ids]
        ) { row in row[0] }
        for digest in own { try execute("DELETE FROM proofPicture WHERE digest = ?", [digest]) }
        return own
    }

    /// Keeps the picture of a proof, when it has one, in the same transaction as the row that speaks of it.
    package func keep(_ picture: ScreenshotFile?, of proof: Proof) throws {
        guard let picture, proof.screenshot != nil else { return }
        try ProofPicture.keep(Data(picture.bytes), at: now, db)
    }
}
