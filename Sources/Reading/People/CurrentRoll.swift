import Governance
import Store

extension OrganisationDatabase {
    /// Everyone a post of the school could be about, for looking only; nil when its pupils are not known.
    package func roll(ofSchool slug: String?) async throws -> Roll? { try await rollNow(ofSchool: slug) }
}
