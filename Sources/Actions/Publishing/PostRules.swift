import Foundation
import Governance
import Store
import Synchronization

/// What judges a post at one school: its policy in force as a door, the roll, and what the school says of itself.
struct PostRules: Sendable {
    let door: Door<PublishPost>
    let roll: Roll?
    let facts: OrganisationFacts

    func act(_ draft: Draft) -> PublishPost { PublishPost(draft: draft, roll: roll, organisation: facts) }
}

/// Doors of posts by the digest of their policy's bytes.
final class DoorCache: Sendable {
    private static let most = 200
    private let ready = Mutex<[String: Door<PublishPost>]>([:])

    func door(_ policy: PolicyInForce) -> Door<PublishPost> {
        let words = policy.version.words
        if let door = ready.withLock({ $0[words.digest] }) { return door }
        let door = Door(
            Rulebook(policy.policy, catalogue: publishingControls, ours: publishingOurs), policy: words,
            controlsRevision: controlsRevision)
        ready.withLock { ready in
            if ready.count >= Self.most { ready.removeAll() }
            ready[words.digest] = door
        }
        return door
    }
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
