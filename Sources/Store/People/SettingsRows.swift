import Foundation
import GRDB
import Governance
import Synchronization

extension Settings {
    /// What was chosen at a school, or with nil for the organisation; not what follows from both.
    package static func read(_ db: Database, _ school: Identifier<School>?) throws -> Settings {
        let json = try String.fetchOne(
            db.cachedStatement(sql: "SELECT settings FROM settings WHERE scope = ?"),
            arguments: [school?.text ?? "organisation"])
        return try json.map(SettingsTexts.settings) ?? Settings()
    }

    /// What pages show to someone of one school, or with nil to anyone: in an organisation that is one school, that
    /// school's.
    package static func shown(_ db: Database, to school: Identifier<School>?) throws -> Settings {
        let organisation = try read(db, nil)
        let schools = try String.fetchAll(db.cachedStatement(sql: "SELECT id FROM school LIMIT 2"))
        guard let only = school ?? (schools.count == 1 ? Identifier(schools[0]) : nil) else { return organisation }
        return try read(db, only).over(organisation)
    }
}

/// Settings by their text: every page reads them, and they hardly ever change.
private enum SettingsTexts {
    private static let most = 500
    private static let read = Mutex<[String: Settings]>([:])

    static func settings(_ json: String) throws -> Settings {
        if let settings = read.withLock({ $0[json] }) { return settings }
        let settings = try JSONDecoder().decode(Settings.self, from: Data(json.utf8))
        read.withLock { read in
            if read.count >= most { read.removeAll() }
            read[json] = settings
        }
        return settings
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
