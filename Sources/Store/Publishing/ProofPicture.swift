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

extension OrganisationDatabase {
    /// The bytes of a screenshot that was kept; throws when it is gone.
    package func picture(of screenshot: Proof.Screenshot) async throws -> [UInt8] {
        let bytes = try await read { db in
            try Data.fetchOne(
                db, sql: "SELECT bytes FROM proofPicture WHERE digest = ?", arguments: [screenshot.digest])
        }
        guard let bytes else { throw ActionError.notFound }
        return [UInt8](bytes)
    }

    /// Earlier releases kept these pictures as files in a folder beside the database: they are taken in, once.
    func takeInProofs() throws {
        let folder = folder.appendingPathComponent("proofs")
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else { return }
        let now = clock.now
        try pool.write { db in
            let named = try ProofPicture.named(db)
            for name in names {
                let bytes = try Data(contentsOf: folder.appendingPathComponent(name))
                if named.contains(ProofPicture.digest(of: bytes)) { try ProofPicture.keep(bytes, at: now, db) }
            }
        }
        try FileManager.default.removeItem(at: folder)
    }
}
