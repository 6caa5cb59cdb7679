import Governance
import Store

/// Puts a learning platform on the register. Where parents can post, telling them is a task (HBK-14).
package struct AddLearningPlatform: Sendable {
    package var school: Identifier<School>
    package var name: String
    package var address: String
    package var parentsPost: Bool
    package var rules: String

    package init(school: Identifier<School>, name: String, address: String = "", parentsPost: Bool, rules: String) {
        self.school = school
        self.name = name
        self.address = address
        self.parentsPost = parentsPost
        self.rules = rules
    }

    @discardableResult
    package func perform(
        in organisation: Organisation, by actor: Actor
    ) async throws -> Identifier<LearningPlatform> {
        try await organisation.change(by: actor) { tx in
            _ = try tx.school(school)
            let platform = try tx.checked(
                LearningPlatform(
                    id: tx.identifier(), school: school, name: name, address: address, parentsPost: parentsPost,
                    rules: rules))
            try tx.insert(platform)
            return Recorded(
                platform.id,
                Event(
                    .platformAdded, RecordSubject(.learningPlatform, platform.id),
                    after: try RecordValue(encoding: platform)),
                tasks: platform.parentsPost
                    ? [try tx.tellParents(platform, organisation.installation.policies)] : [])
        }
    }
}
