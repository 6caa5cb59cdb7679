import Foundation
import GRDB
import Governance
import Store

/// A session with how many are on record as having attended it.
package struct SessionLine: Sendable, Equatable {
    package let session: TrainingSession
    package let attended: Int
}

extension OrganisationDatabase {
    /// - Parameter user: of one user alone; nil: of everybody.
    package func trainingStanding(of user: Identifier<User>? = nil) async throws -> TrainingStanding {
        let today = Day(of: clock.now)
        return try await read { try TrainingStanding.read($0, on: today, of: user) }
    }

    /// Every session and briefing, the latest first.
    package func trainingSessions() async throws -> [SessionLine] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(TrainingSession.columns),
                        (SELECT count(*) FROM attendance
                            WHERE attendance.session = trainingSession.id AND takenBack IS NULL)
                    FROM trainingSession ORDER BY heldOn DESC, id
                    """
            ).map { SessionLine(session: try TrainingSession($0), attended: $0[11]) }
        }
    }

    /// One that was not taken back; nil when there is none of this id.
    package func attendance(_ id: Identifier<Attendance>) async throws -> Attendance? {
        try await read { db in
            let sql = "SELECT \(Attendance.columns) FROM attendance WHERE id = ? AND takenBack IS NULL"
            return try Row.fetchOne(db, sql: sql, arguments: [id.text]).map { try Attendance($0) }
        }
    }

    /// - Parameter user: what one user read; nil: what everybody did.
    package func editionFacts(of user: Identifier<User>? = nil) async throws -> EditionFacts {
        try await read { try EditionFacts.read($0, of: user) }
    }
}
