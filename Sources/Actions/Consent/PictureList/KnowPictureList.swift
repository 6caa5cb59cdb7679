import Governance
import Store

/// Says that one has read the list of those who must not be published, as it stands (IMG-03).
package struct KnowPictureList: Sendable {
    package var school: Identifier<School>
    /// The version that they saw.
    package var version: Int

    /// Within so many days. Ours: the paper names no time.
    package static let days = 3

    package init(at school: Identifier<School>, version: Int) {
        self.school = school
        self.version = version
    }

    package func perform(in organisation: Organisation, by user: Identifier<User>) async throws {
        try await organisation.change(by: .user(user)) { tx in
            guard try tx.authority().holds(any: ConsentRoles.knowing, at: school) else {
                throw ActionError.notPermitted("The list is for those who post, and those who keep it")
            }
            let list = try tx.pictureList(at: school)
            guard list.version == version else {
                throw ActionError.conflict("The list has changed since you opened it. Read it again")
            }
            guard try tx.knownPictureList(of: user, at: school) < version else { return .unchanged }
            try tx.knowPictureList(user, at: school, version: version)
            let subject = RecordSubject(.pictureList, school)
            return Recorded(
                Event(.pictureListKnown, subject, after: ["version": .number(version)]),
                tasks: [.closeFor(.knowPictureList, subject, .user(user))])
        }
    }
}

extension Organisation {
    /// Which version of the list of those who must not be published a school has, where its policy asks whoever posts to
    /// know it; nil where it does not.
    package func listToKnow(at school: Identifier<School>) async throws -> Int? {
        guard try await policyInForce(at: school)?.policy.asksToKnowPictureList == true else { return nil }
        return try await database.pictureListVersion(at: school)
    }
}
