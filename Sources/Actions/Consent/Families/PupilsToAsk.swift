import Governance
import Store

extension Organisation {
    /// Pupils whose families have an open request and have not been asked yet, in the order in which they came.
    package func pupilsToAsk() async throws -> [Identifier<Person>] {
        try await database.pupilsToAsk()
    }

    /// Somebody on the roll by the reference that drafts know them by.
    package func person(ref: String) async throws -> Identifier<Person>? {
        try await database.person(ref: ref)
    }
}
