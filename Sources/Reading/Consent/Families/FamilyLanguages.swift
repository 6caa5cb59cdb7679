import Foundation
import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// The language in which the family of each of these pupils answered or asked for a link last, as the code of the page
    /// (`pl`). Those whose family never chose one are left out; where two parents chose two, that of the first by name.
    package func familyLanguages(of pupils: [Identifier<Person>]) async throws -> [Identifier<Person>: String] {
        let sought = String(decoding: try JSONEncoder().encode(pupils.map(\.text)), as: UTF8.self)
        return try await read { db in
            let rows = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT parent.pupil, familyLanguage.language FROM parent
                            JOIN familyLanguage ON familyLanguage.email = parent.email
                        WHERE parent.pupil IN (SELECT value FROM json_each(?)) ORDER BY parent.pupil, parent.name
                        """), arguments: [sought])
            return Dictionary(rows.map { (Identifier($0[0]), $0[1]) }, uniquingKeysWith: { first, _ in first })
        }
    }
}
