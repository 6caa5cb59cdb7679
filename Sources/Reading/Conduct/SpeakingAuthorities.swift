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
}
