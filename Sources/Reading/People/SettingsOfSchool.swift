import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// What was chosen at a school itself, or with nil for the organisation.
    package func ownSettings(of school: Identifier<School>?) async throws -> Settings {
        try await read { try Settings.read($0, school) }
    }

    /// What pages show to someone of one school, or with nil to anyone: in an organisation that is one school, that
    /// school's.
    package func settingsShown(to school: Identifier<School>?) async throws -> Settings {
        try await read { db in
            let organisation = try Settings.read(db, nil)
            let schools = try String.fetchAll(db.cachedStatement(sql: "SELECT id FROM school LIMIT 2"))
            guard let only = school ?? (schools.count == 1 ? Identifier(schools[0]) : nil) else { return organisation }
            return try Settings.read(db, only).over(organisation)
        }
    }

    /// What holds at a school.
    package func settings(at school: Identifier<School>?) async throws -> Settings {
        try await read { db in
            let organisation = try Settings.read(db, nil)
            guard let school else { return organisation }
            return try Settings.read(db, school).over(organisation)
        }
    }
}
