import Governance
import Store

/// Changes what is on the register, switches posting by parents on or off, or ends the platform.
package struct ChangeLearningPlatform: Sendable {
    package var platform: LearningPlatform

    package init(to platform: LearningPlatform) {
        self.platform = platform
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let before = try tx.learningPlatform(platform.id)
            var after = platform
            after.school = before.school
            after = try tx.checked(after)
            guard after != before else { return .unchanged }
            try tx.update(after)
            let subject = RecordSubject(.learningPlatform, after.id)
            let isOn = after.parentsPost && !after.isOver
            let wasOn = before.parentsPost && !before.isOver
            // Other rules are told anew.
            let tells = isOn && (!wasOn || after.rules != before.rules)
            return Recorded(
                Event(
                    .platformChanged, subject, before: try RecordValue(encoding: before),
                    after: try RecordValue(encoding: after)),
                tasks: isOn
                    ? (tells ? [try tx.tellParents(after, organisation.installation.policies)] : [])
                    : [.close(.tellParents, subject)])
        }
    }
}
