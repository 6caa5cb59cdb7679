import Foundation
import GRDB
import Governance

extension InstallationDatabase {
    /// Keeps the hash of a new set-up token; the one before it no longer counts.
    package func keepSetUpToken(hash: Data) async throws {
        let now = clock.now
        try await write { db in
            try db.execute(
                sql: """
                    INSERT INTO installation (id, setUpTokenHash, madeAt) VALUES (1, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET setUpTokenHash = excluded.setUpTokenHash
                    """,
                arguments: [hash, now.milliseconds])
        }
    }

    package func isSetUpToken(hash: Data) async throws -> Bool {
        try await read { db in
            let kept = try Data.fetchOne(
                db, sql: "SELECT setUpTokenHash FROM installation WHERE setUpTokenHash IS NOT NULL")
            // the digests are compared byte by byte to the end, so that the time tells nothing of them
            guard let kept, kept.count == hash.count else { return false }
            return zip(kept, hash).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
        }
    }

    package func publicAddress() async throws -> String? {
        try await read { db in try String.fetchOne(db, sql: "SELECT publicAddress FROM installation") }
    }

    package func keepPublicAddress(_ address: String) async throws {
        let now = clock.now
        try await write { db in
            try db.execute(
                sql: """
                    INSERT INTO installation (id, publicAddress, madeAt) VALUES (1, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET publicAddress = excluded.publicAddress
                    """,
                arguments: [address, now.milliseconds])
        }
    }

    /// What has been answered of a set-up so far, as its pages keep it; gone once the organisation is made.
    package func setUpAnswers() async throws -> Data? {
        try await read { db in try Data.fetchOne(db, sql: "SELECT setUpAnswers FROM installation") }
    }

    package func keepSetUpAnswers(_ answers: Data) async throws {
        try await write { db in
            try db.execute(sql: "UPDATE installation SET setUpAnswers = ?", arguments: [answers])
        }
    }
}
