import Foundation
import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// Groups of staff, those in use first, by name.
    package func staffGroups() async throws -> [StaffGroup] { try await read { try StaffGroup.all($0) } }

    /// For whom somebody stands in now.
    package func absent(withDeputy deputy: Identifier<User>) async throws -> Set<Identifier<User>> {
        let now = clock.now.milliseconds
        return try await read { db in
            Set(
                try String.fetchAll(
                    db, sql: "SELECT absent FROM deputy WHERE deputy = ? AND beginsAt <= ? AND endsAt > ?",
                    arguments: [deputy.text, now, now]
                ).map { Identifier($0) })
        }
    }
}
