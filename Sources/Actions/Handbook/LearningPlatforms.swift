import Foundation
import Governance
import PolicyFile
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

/// Changes what is on the register, switches posting by parents on or off, or ends the platform.
package struct ChangeLearningPlatform: Sendable {
    package var platform: LearningPlatform

    package init(to platform: LearningPlatform) {
        self.platform = platform
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let before = try tx.learningPlatform(platform.id)
            var after = try tx.checked(platform)
            after.school = before.school
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

extension WriteTransaction {
    fileprivate func requirePlatformKeeper(at school: Identifier<School>) throws {
        guard try authority().holds(any: LearningPlatform.keepers, at: school) else {
            throw ActionError.notPermitted(
                "Only an administrator, a senior leader, the office or IT keeps the register of learning platforms")
        }
    }

    fileprivate func checked(_ platform: LearningPlatform) throws -> LearningPlatform {
        try requirePlatformKeeper(at: platform.school)
        var platform = platform
        platform.name = try required(platform.name, "name", "Enter what the platform is called", most: 120)
        platform.address = platform.address.map(trimmed).flatMap { $0.isEmpty ? nil : $0 }
        if let address = platform.address {
            guard address.count <= 500, let url = URL(string: address), ["https", "http"].contains(url.scheme ?? ""),
                url.host() != nil
            else { throw ActionError.invalid("address", "Enter an address that begins with https://, or nothing") }
        }
        platform.rules = trimmed(platform.rules)
        guard platform.rules.count <= 2_000 else { throw ActionError.invalid("rules", "Use at most 2000 characters") }
        if platform.parentsPost {
            platform.rules = try required(
                platform.rules, "rules", "Say what is acceptable there: it is what parents are told")
        }
        if try isTaken(platform) {
            throw ActionError.invalid("name", "This school has a platform of this name already")
        }
        return platform
    }

    fileprivate func tellParents(_ platform: LearningPlatform, _ policies: PolicyCache) throws -> TaskChange {
        let version = try policyHistory().inForce(at: platform.school, on: now)
        let sections = try version.map { version in
            try policies.document(digest: version.words.digest) { try policyBytes(version.id) }.policy
                .sections(carriedBy: .tellParents)
        }
        let keepers: [Role] = [.office, .slt, .headteacher]
        let keeper = try keepers.first { try !holders(of: $0, at: platform.school).isEmpty } ?? .headteacher
        return .open(
            NewTask(
                .tellParents, RecordSubject(.learningPlatform, platform.id), for: .role(keeper, at: platform.school),
                due: Acknowledgement.due(after: 7, from: now),
                rule: "Parents can post on \(platform.name): tell them what is acceptable there: "
                    + whoseRule(sections ?? [])))
    }
}
