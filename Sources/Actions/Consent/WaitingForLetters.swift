import Governance
import Store

extension Organisation {
    /// Pupils whose families have an open request and have not been asked yet, in the order in which they came.
    package func pupilsToAsk() async throws -> [Identifier<Person>] {
        try await change(by: .schedule) { tx in .unchanged(try tx.pupilsToAsk()) }
    }

    /// Somebody on the roll by the reference that drafts know them by.
    package func person(ref: String) async throws -> Identifier<Person>? {
        try await change(by: .schedule) { tx in
            .unchanged(try tx.rollEntries().first { $0.person.ref == ref && $0.leftAt == nil }?.id)
        }
    }

    /// Which version of the list of those who must not be published a school has, where its policy asks whoever posts to
    /// know it; nil where it does not.
    package func listToKnow(at school: Identifier<School>) async throws -> Int? {
        try await change(by: .schedule) { tx in
            guard let policy = try policyInForce(at: school, on: tx.now, tx)?.policy, policy.asksToKnowPictureList
            else {
                return .unchanged(nil)
            }
            return .unchanged(try tx.pictureList(at: school).version)
        }
    }
}
