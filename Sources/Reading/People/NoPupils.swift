import Foundation
import GRDB
import Governance
import Store

/// That a school was stated to have no pupils.
package struct NoPupilsStated: Sendable, Equatable {
    package let at: Date
    package let why: String
}

extension OrganisationDatabase {
    /// The schools of which it is stated that they have no pupils.
    package func schoolsWithoutPupils() async throws -> [Identifier<School>: NoPupilsStated] {
        try await read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT school, statedAt, why FROM noPupils")
            return Dictionary(
                uniqueKeysWithValues: rows.map {
                    (Identifier($0[0]), NoPupilsStated(at: Date(milliseconds: $0[1]), why: $0[2]))
                })
        }
    }
}
