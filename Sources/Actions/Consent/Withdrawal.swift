import Foundation
import Governance
import Store

extension Organisation {
    /// What shows somebody and may no longer (IMG-07), by each post's own policy and account: drafts, of which the author
    /// is told; what waits or is scheduled, which is stopped; what is out, which is ordered down.
    func reached(by entry: RollEntry, _ tx: WriteTransaction) throws -> Recorded<Void> {
        var found = Reached(
            organisation: self, subject: RecordSubject(.person, entry.id), ref: entry.person.ref,
            left: entry.leftAt == nil ? nil : entry.person.consent, entry: entry, tx: tx)
        // before anything is stopped, which is then a draft again and has a task of its own
        let drafts = try tx.unsentDrafts(showing: entry.id)
        for placement in try tx.placements(showing: entry.id) { try found.look(at: placement) }
        for post in drafts { found.tell(post) }
        return found.recorded
    }

    /// The same for somebody who is on no roll, by the names that were typed under pictures.
    func reached(by objection: VisitorObjection, _ tx: WriteTransaction) throws -> Recorded<Void> {
        var found = Reached(
            organisation: self, subject: RecordSubject(.visitorObjection, objection.id),
            ref: VisitorObjection.ref(objection.id), left: nil, entry: nil, tx: tx)
        let drafts = try tx.unsentDrafts(showing: objection)
        for placement in try tx.placements(showing: objection) { try found.look(at: placement) }
        for post in drafts { found.tell(post) }
        return found.recorded
    }
}

/// What one person's wish reached.
private struct Reached {
    let organisation: Organisation
    let subject: RecordSubject
    /// By which findings name them.
    let ref: String
    /// What is on record of somebody who has left, whom no roll knows any more; nil: they are on it.
    let left: Consent?
    /// Nil: they are on no roll.
    let entry: RollEntry?
    let tx: WriteTransaction
    private var changes: [Recorded<Void>] = []
    private var notices: [NewNotice] = []
    private var drafts = 0
    private var stopped = 0
    private var ordered = 0

    init(
        organisation: Organisation, subject: RecordSubject, ref: String, left: Consent?, entry: RollEntry?,
        tx: WriteTransaction
    ) {
        self.organisation = organisation
        self.subject = subject
        self.ref = ref
        self.left = left
        self.entry = entry
        self.tx = tx
    }

    mutating func look(at placement: Placement) throws {
        switch placement.state {
        case .waiting:
            guard try objection(to: placement, on: max(placement.publishAt, tx.now)) != nil else { return }
            stopped += 1
            changes.append(try tx.sendBack(placement, of: tx.post(placement.post), why: Self.why))
        case .scheduled, .ready, .sending:
            guard try objection(to: placement, on: max(placement.publishAt, tx.now)) != nil else { return }
            let post = try tx.post(placement.post)
            do { changes.append(try tx.stop(placement, of: post, why: Self.why)) } catch ActionError.conflict {
                // it is going out at this moment; once it is out it is examined again, and ordered down
                return
            }
            stopped += 1
        case .published:
            guard let grounds = try objection(to: placement, on: tx.now) else { return }
            let post = try tx.post(placement.post)
            let school = placement.account.school
            ordered += 1
            changes.append(
                try tx.order(
                    placement, of: post, reason: Self.why, section: grounds.section,
                    deadline: tx.takedownDeadline(at: school), by: tx.actor.user))
        case .ordered:
            guard let grounds = try objection(to: placement, on: tx.now) else { return }
            let hastened = try tx.hasten(
                placement, of: tx.post(placement.post), reason: Self.why, section: grounds.section,
                deadline: tx.takedownDeadline(at: placement.account.school), by: tx.actor.user)
            guard !hastened.events.isEmpty else { return }
            ordered += 1
            changes.append(hastened)
        default: return
        }
    }

    mutating func tell(_ post: Post) {
        drafts += 1
        notices.append(
            NewNotice(
                to: post.keeper, .pictureNotAllowed, .post(post.id),
                says: "A picture in your draft shows somebody who may no longer be shown. Open it to see which"))
    }

    /// No more than is needed: who it is and why they said so stands on their own page.
    private static let why = "Somebody in a picture may no longer be shown here"

    /// Why something may not be shown: the section that says so, where one does.
    private struct Grounds { let section: String? }

    /// What the policy says of this person in the placement's pictures now. Who has left is asked of their own words
    /// alone, and so is who stands under a picture by a name that they had before, which no roll knows any more.
    private func objection(to placement: Placement, on instant: Date) throws -> Grounds? {
        if let said = try left ?? saidUnderOldName(of: placement) {
            guard said.shut(on: Day(of: instant)).contains(placement.draft.channel.consent) else { return nil }
            let policy = try organisation.policyInForce(at: placement.account.school, on: tx.now, tx)?.policy
            return Grounds(section: policy?.sections(carriedBy: .withdrawals).first)
        }
        guard case .refused(let refusal) = try organisation.admission(of: placement, on: instant, tx) else {
            return nil
        }
        return refusal.stopping.first { finding in
            finding.refs.contains(ref) && finding.control.hasPrefix("consent.")
        }.map { Grounds(section: $0.clause) }
    }

    private func saidUnderOldName(of placement: Placement) throws -> Consent? {
        guard let entry else { return nil }
        let keys = entry.person.typedKeys
        let isNamedNow = placement.draft.media.contains { medium in
            (medium.depicts ?? []).contains { keys.contains(TypedName.key(of: $0)) }
        }
        return try !isNamedNow && tx.isNamed(entry.id, in: placement.id) ? entry.person.consent : nil
    }

    var recorded: Recorded<Void> {
        guard drafts + stopped + ordered > 0 else { return .unchanged }
        return Recorded(
            Event(
                .withdrawalReached, subject,
                after: ["drafts": .number(drafts), "stopped": .number(stopped), "ordered": .number(ordered)]),
            and: changes.flatMap(\.events), tasks: changes.flatMap(\.tasks),
            notices: changes.flatMap(\.notices) + notices)
    }
}
