import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// Who may speak for the school.
    ///
    /// - Parameter user: of one user alone; nil: of everybody.
    package func speakingStanding(of user: Identifier<User>? = nil) async throws -> SpeakingStanding {
        let today = Day(of: clock.now)
        return try await read { try SpeakingStanding.read($0, on: today, of: user) }
    }

    /// Every authority that was ever given, the last given first.
    package func speakingAuthorities() async throws -> [SpeakingAuthority] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT \(SpeakingAuthority.columns) FROM speakingAuthority ORDER BY givenAt DESC, id"
            ).map(SpeakingAuthority.init)
        }
    }
}
