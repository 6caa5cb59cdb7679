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

    /// Which version of the list of those who must not be published a school has, where its policy asks whoever posts to
    /// know it; nil where it does not.
    package func listToKnow(at school: Identifier<School>) async throws -> Int? {
        guard try await policyInForce(at: school)?.policy.asksToKnowPictureList == true else { return nil }
        return try await database.pictureListVersion(at: school)
    }
}
