import Foundation
import GRDB
import Governance

extension InstallationDatabase {
    package func organisations() async throws -> [ListedOrganisation] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT slug, name FROM organisation ORDER BY name").map {
                ListedOrganisation(slug: $0[0], name: $0[1])
            }
        }
    }

    package func isListed(_ slug: String) async throws -> Bool {
        try await read { db in
            let sql = "SELECT count(*) FROM organisation WHERE slug = ?"
            return try Bool.fetchOne(db.cachedStatement(sql: sql), arguments: [slug]) ?? false
        }
    }

    /// A folder in which an organisation can be made before anyone sees it.
    package func folderForMaking(_ randomness: Randomness) -> URL {
        organisationsFolder.appendingPathComponent(".making-\(randomness.secret())")
    }

    /// Moves a finished folder to its place and lists the organisation, ending the set-up token.
    /// A folder of that name that is not listed was left by a crash: it is put aside, not deleted.
    /// - Parameter tokenHash: of the set-up token that must still count, so that one token makes one organisation.
    package func list(
        _ slug: String, name: String, madeIn folder: URL, publicAddress: String? = nil, tokenHash: Data? = nil
    ) async throws {
        let place = self.folder(of: slug)
        let aside = organisationsFolder.appendingPathComponent(".unlisted-\(slug)-\(Randomness.system.secret())")
        let now = clock.now
        try await write { db in
            try db.execute(
                sql: "INSERT INTO organisation (slug, name, addedAt) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                arguments: [slug, name, now.milliseconds])
            guard db.changesCount == 1 else {
                throw ActionError.invalid("slug", "There is an organisation at this address already")
            }
            if let tokenHash {
                try db.execute(
                    sql: "UPDATE installation SET setUpTokenHash = NULL WHERE setUpTokenHash = ?",
                    arguments: [tokenHash])
                guard db.changesCount == 1 else {
                    throw ActionError.notPermitted("This code was used just now, for another organisation")
                }
            }
            try db.execute(
                sql: """
                    INSERT INTO installation (id, publicAddress, madeAt) VALUES (1, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET publicAddress = coalesce(excluded.publicAddress, publicAddress),
                        setUpTokenHash = NULL, setUpAnswers = NULL
                    """, arguments: [publicAddress, now.milliseconds])
            if FileManager.default.fileExists(atPath: place.path) {
                try FileManager.default.moveItem(at: place, to: aside)
            }
            try FileManager.default.moveItem(at: folder, to: place)
        }
    }

    package func rename(_ slug: String, to name: String) async throws {
        try await write { db in
            try db.execute(sql: "UPDATE organisation SET name = ? WHERE slug = ?", arguments: [name, slug])
        }
    }
}
