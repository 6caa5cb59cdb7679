import Governance
import Store

/// Lets one held finding go, as the role that its clause names, with a reason. Nobody releases their own; where only
/// the author holds the role, it goes a level up (HBK-10). In a trust it counts at the schools where whoever acts holds
/// that role; at others it waits for theirs.
package struct ReleaseFinding: Sendable {
    package var post: Identifier<Post>
    package var finding: FindingKey
    package var reason: String

    package init(post: Identifier<Post>, finding: FindingKey, reason: String) {
        self.post = post
        self.finding = finding
        self.reason = reason
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let reason = try required(reason, "reason", "Say in one sentence why it can go out", most: 500)
        try await organisation.change(by: actor) { tx in
            let post = try tx.post(post)
            let user = try tx.person()
            let writers = try tx.writers(of: post)
            guard !writers.contains(user) else {
                throw ActionError.notPermitted("Nobody releases what they wrote themselves")
            }
            var given: [(needed: Role, event: Event, school: Identifier<School>)] = []
            var needed: Role?
            for (found, placement) in try held(post, writers, organisation, tx) {
                let school = placement.account.school
                guard let asked = try releaser(of: found, at: school, tx, writers) else { continue }
                needed = asked
                guard let role = Releasing.role(of: try tx.authority(), at: school, for: asked) else { continue }
                if try tx.answers(of: post.id).releases(at: school).contains(where: { $0.finding == finding }) {
                    return .unchanged
                }
                try tx.release(Release(finding, as: role, by: user, reason: reason), of: post.id, at: school)
                given.append((asked, event(found, role, placement), school))
            }
            guard let first = given.first else {
                guard let needed else { throw ActionError.conflict("Nobody holds a role that could release this") }
                throw ActionError.notPermitted("This is released by: \(needed.title)")
            }
            let tasks = try given.flatMap { try done(post, $0.school, $0.needed, tx, organisation) }
            return Recorded(first.event, and: given.dropFirst().map(\.event), tasks: tasks)
        }
    }

    /// The finding as the door sees it now, with one placement of each school that has it.
    private func held(
        _ post: Post, _ writers: Set<Identifier<User>>, _ organisation: Organisation, _ tx: WriteTransaction
    ) throws -> [(Finding, Placement)] {
        var held: [(Finding, Placement)] = []
        for placement in try tx.lastPlacements(of: post.id) where [.waiting, .stopped].contains(placement.state) {
            let school = placement.account.school
            guard !held.contains(where: { $0.1.account.school == school }) else { continue }
            let rules = try organisation.postRules(at: school, tx)
            let judged = PictureJudgements(sending: try tx.judgements(of: post.id))
            let act = try rules.act(placement.draft, by: writers, judged: judged, tx)
            let findings = rules.door.decide(act, at: tx.now).findings
            guard let found = findings.first(where: { $0.key == finding && $0.severity != .warn }) else { continue }
            guard found.severity == .hold else {
                throw ActionError.notPermitted("The policy lets nobody release this: the post must change")
            }
            held.append((found, placement))
        }
        guard !held.isEmpty else { throw ActionError.conflict("Nothing that waits has this finding") }
        return held
    }

    private func releaser(
        of finding: Finding, at school: Identifier<School>, _ tx: WriteTransaction, _ writers: Set<Identifier<User>>
    ) throws -> Role? {
        try Releasing.role(for: finding, excluding: writers) { try tx.holders(of: $0, at: school) }
    }

    private func event(_ found: Finding, _ role: Role, _ placement: Placement) -> Event {
        Event(
            .findingReleased, .post(placement.post),
            after: [
                "code": .text(found.code), "clause": RecordValue(found.clause), "source": RecordValue(found.source),
                "evidence": .text(found.evidence), "role": .text(role.rawValue),
                "account": .text(placement.account.name),
            ], why: reason)
    }

    /// Closes the task of this role when nothing else that it releases is left.
    private func done(
        _ post: Post, _ school: Identifier<School>, _ needed: Role, _ tx: WriteTransaction,
        _ organisation: Organisation
    ) throws -> [TaskChange] {
        for placement in try tx.lastPlacements(of: post.id)
        where placement.state == .waiting && placement.account.school == school {
            guard case .refused(let refusal) = try organisation.admission(of: placement, tx) else { continue }
            let writers = try tx.writers(of: post)
            let same = try refusal.holds.contains { finding in
                try releaser(of: finding, at: placement.account.school, tx, writers) == needed
            }
            if same { return [] }
        }
        return [.closeFor(.releaseFinding, .post(post.id), .role(needed, at: school))]
    }
}
