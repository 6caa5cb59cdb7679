import Governance
import Store

/// Puts on record that parents were told: all families, which ends the task, or a class or a family.
package struct RecordParentsTold: Sendable {
    package var platform: Identifier<LearningPlatform>
    /// Empty: all families.
    package var whom: String
    package var how: ParentsTold.How
    package var on: Day

    package init(_ platform: Identifier<LearningPlatform>, whom: String = "", how: ParentsTold.How, on day: Day) {
        self.platform = platform
        self.whom = whom
        self.how = how
        on = day
    }

    package func perform(in organisation: Organisation, by user: Identifier<User>) async throws {
        let whom = trimmed(whom)
        try await organisation.change(by: .user(user)) { tx in
            let platform = try tx.learningPlatform(platform)
            try tx.requirePlatformKeeper(at: platform.school)
            guard whom.count <= 120 else { throw ActionError.invalid("whom", "Use at most 120 characters") }
            let today = Day(of: tx.now)
            guard on <= today else {
                throw ActionError.invalid("on", "It is put on record once they are told, not before")
            }
            guard on >= today.adding(days: -366) else {
                throw ActionError.invalid("on", "Choose a day of the last year: what was told before is told anew")
            }
            guard platform.parentsPost, !platform.isOver else {
                throw ActionError.conflict("Parents cannot post there, so there is nothing to tell them")
            }
            let told = ParentsTold(
                id: tx.identifier(), platform: platform.id, whom: whom.isEmpty ? nil : whom, how: how, on: on, by: user)
            try tx.insert(told)
            let subject = RecordSubject(.learningPlatform, platform.id)
            return Recorded(
                Event(.parentsTold, subject, after: try RecordValue(encoding: told)),
                tasks: told.whom == nil ? [.close(.tellParents, subject)] : [])
        }
    }
}
