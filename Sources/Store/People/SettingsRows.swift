import Foundation
import GRDB
import Governance

extension Settings {
    /// What was chosen at a school, or with nil for the organisation; not what follows from both.
    package static func read(_ db: Database, _ school: Identifier<School>?) throws -> Settings {
        let json = try String.fetchOne(
            db.cachedStatement(sql: "SELECT settings FROM settings WHERE scope = ?"),
            arguments: [school?.text ?? "organisation"])
        guard let json else { return Settings() }
        return try JSONDecoder().decode(Settings.self, from: Data(json.utf8))
    }
}

extension OrganisationDatabase {
    /// The short name of a school and what holds there; nil when there is no such school.
    package func slugAndSettings(of school: Identifier<School>) async throws -> (String, Settings)? {
        try await read { db in
            let sql = "SELECT slug FROM school WHERE id = ?"
            let slug = try String.fetchOne(db.cachedStatement(sql: sql), arguments: [school.text])
            return try slug.map { ($0, try Settings.read(db, school).over(Settings.read(db, nil))) }
        }
    }
}

extension WriteTransaction {
    package func ownSettings(of school: Identifier<School>?) throws -> Settings { try Settings.read(db, school) }

    /// What holds at a school.
    package func settings(at school: Identifier<School>?) throws -> Settings {
        let organisation = try Settings.read(db, nil)
        guard let school else { return organisation }
        return try Settings.read(db, school).over(organisation)
    }

    package func write(_ settings: Settings, of school: Identifier<School>?) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try execute(
            """
            INSERT INTO settings (scope, school, settings) VALUES (?, ?, ?)
            ON CONFLICT (scope) DO UPDATE SET settings = excluded.settings
            """,
            [
                school?.text ?? "organisation", school?.text,
                String(decoding: try encoder.encode(settings), as: UTF8.self),
            ])
    }
}
