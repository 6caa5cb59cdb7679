import Foundation
import Governance
import PolicyFile
import Store

extension WriteTransaction {
    func requirePlatformKeeper(at school: Identifier<School>) throws {
        guard try authority().holds(any: LearningPlatform.keepers, at: school) else {
            throw ActionError.notPermitted(
                "Only an administrator, a senior leader, the office or IT keeps the register of learning platforms")
        }
    }

    /// The platform as it can stand on the register, kept by who changes it.
    func checked(_ platform: LearningPlatform) throws -> LearningPlatform {
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
        guard platform.rules.count <= 2_000 else { throw ActionError.invalid("rules", "Use at most 2,000 characters") }
        if platform.parentsPost {
            platform.rules = try required(
                platform.rules, "rules", "Say what is acceptable there: it is what parents are told")
        }
        if try isTaken(platform) {
            throw ActionError.invalid("name", "This school has a platform of this name already")
        }
        return platform
    }

    /// The task of telling all families what is acceptable there (HBK-14).
    func tellParents(_ platform: LearningPlatform, _ policies: PolicyCache) throws -> TaskChange {
        let version = try policyHistory().inForce(at: platform.school, on: now)
        let sections = try version.map { version in
            try policies.document(digest: version.words.digest) { try policyBytes(version.id) }.policy
                .sections(carriedBy: .tellParents)
        }
        let keeper = try firstHeldOrNone([.office, .slt, .headteacher], at: platform.school) ?? .headteacher
        return .open(
            NewTask(
                .tellParents, RecordSubject(.learningPlatform, platform.id), for: .role(keeper, at: platform.school),
                within: try within(7, at: platform.school),
                rule: "Parents can post on \(platform.name): tell them what is acceptable there: "
                    + whoseRule(sections ?? [])))
    }
}
