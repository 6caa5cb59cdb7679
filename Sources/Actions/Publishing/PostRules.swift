import Foundation
import Governance
import Store

/// What judges a post at one school: its policy in force as a door, the roll, and what the school says of itself.
struct PostRules: Sendable {
    let door: Door<PublishPost>
    let roll: Roll?
    let facts: OrganisationFacts

    func act(_ draft: Draft) -> PublishPost { PublishPost(draft: draft, roll: roll, organisation: facts) }
}

extension Organisation {
    /// The rules at this moment, read in the same transaction as the change that rests on them.
    func postRules(at school: Identifier<School>, _ tx: WriteTransaction) throws -> PostRules {
        let policy = try policyInForce(at: school, on: tx.now, tx)
        let facts = try OwnFacts(
            settings: tx.settings(at: school), slug: tx.school(school).slug, roll: tx.roll(of: school))
        return try postRules(policy, facts)
    }

    /// The rules for a look that changes nothing.
    func postRules(at school: Identifier<School>) async throws -> PostRules {
        guard let (slug, settings) = try await database.slugAndSettings(of: school) else { throw ActionError.notFound }
        let facts = OwnFacts(settings: settings, slug: slug, roll: try await database.rollNow(ofSchool: slug))
        return try postRules(await policyInForce(at: school), facts)
    }

    private struct OwnFacts {
        let settings: Settings
        let slug: String
        let roll: Roll?
    }

    private func postRules(_ policy: PolicyInForce?, _ own: OwnFacts) throws -> PostRules {
        guard let policy else {
            throw ActionError.conflict("No policy is in force at this school, so nothing can be checked or sent")
        }
        return PostRules(
            door: installation.doors.door(policy), roll: own.roll,
            facts: own.settings.facts(names: policy.policy.names, school: own.slug))
    }
}
