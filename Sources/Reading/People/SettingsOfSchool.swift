import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// What was chosen at a school itself, or with nil for the organisation.
    package func ownSettings(of school: Identifier<School>?) async throws -> Settings {
        try await read { try Settings.read($0, school) }
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
