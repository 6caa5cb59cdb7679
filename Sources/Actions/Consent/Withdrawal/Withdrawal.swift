import Foundation
import Governance
import Store

extension Organisation {
    /// What shows somebody and may no longer (IMG-07), by each post's own policy and account: drafts, of which the author
    /// is told; what waits or is scheduled, which is stopped; what is out, which is ordered down.
    func reached(by entry: RollEntry, _ tx: WriteTransaction) throws -> Recorded<Void> {
        var found = Reached(
            organisation: self, subject: RecordSubject(.person, entry.id), ref: entry.person.ref,
            left: entry.leftAt == nil ? nil : entry.person.consent, tx: tx)
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
            ref: VisitorObjection.ref(objection.id), left: nil, tx: tx)
        let drafts = try tx.unsentDrafts(showing: objection)
        for placement in try tx.placements(showing: objection) { try found.look(at: placement) }
        for post in drafts { found.tell(post) }
        return found.recorded
    }
}

extension Organisation {
    /// What the door finds against showing those who are in a placement's pictures as it is known now: who was named later,
    /// or by a name that they had before, is among them.
    func objections(to placement: Placement, on instant: Date, _ tx: WriteTransaction) throws -> [Finding] {
        let known = try tx.peopleKnown(in: placement.id)
        var placement = placement
        placement.draft.media = placement.draft.media.map { medium in
            var medium = medium
            let added = (known[medium.id] ?? []).subtracting(medium.depicts ?? [])
            if !added.isEmpty { medium.depicts = (medium.depicts ?? []) + added.sorted() }
            return medium
        }
        guard case .refused(let refusal) = try admission(of: placement, on: instant, tx) else { return [] }
        // those about somebody: that a picture was not judged again is no objection
        return refusal.stopping.filter { $0.isOf(.consent) && !$0.refs.isEmpty }
    }
}

extension Organisation {
    /// Whoever is named in a picture after it was sent is asked about like everybody else: where they may not be shown, what
    /// is out comes down.
    func reached(bySaying picture: Identifier<StoredPicture>, _ tx: WriteTransaction) throws -> [Recorded<Ending>] {
        try tx.placements(with: picture).filter(\.state.isOut).compactMap { placement in
            guard let against = try objections(to: placement, on: tx.now, tx).first else { return nil }
            return try tx.end(
                placement, why: Reached.why, section: against.clause,
                deadline: tx.takedownDeadline(at: placement.account.school), by: nil)
        }
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
    let tx: WriteTransaction
    private var changes: [Recorded<Void>] = []
    private var notices: [NewNotice] = []
    private var drafts = 0
    private var stopped = 0
    private var ordered = 0

    init(
        organisation: Organisation, subject: RecordSubject, ref: String, left: Consent?, tx: WriteTransaction
    ) {
        self.organisation = organisation
        self.subject = subject
        self.ref = ref
        self.left = left
        self.tx = tx
    }

    mutating func look(at placement: Placement) throws {
        guard placement.state.isOut || placement.state.isUnderway else { return }
        let instant = placement.state.isOut ? tx.now : max(placement.publishAt, tx.now)
        guard let grounds = try objection(to: placement, on: instant),
            let ended = try tx.end(
                placement, why: Self.why, section: grounds.section,
                deadline: tx.takedownDeadline(at: placement.account.school), by: nil, isAskedAnew: left == nil)
        else { return }
        switch ended.value {
        case .stopped: stopped += 1
        case .ordered: ordered += 1
        case .goingOut: if ended.events.isEmpty { return }
        }
        changes.append(ended.map { _ in })
    }

    mutating func tell(_ post: Post) {
        drafts += 1
        notices.append(
            NewNotice(
                to: post.keeper, .pictureNotAllowed, .post(post.id),
                says: "A picture in your draft shows somebody who may no longer be shown. Open it to see which"))
    }

    /// No more than is needed: who it is and why they said so stands on their own page.
    fileprivate static let why = "Somebody in a picture may no longer be shown here"

    /// Why something may not be shown: the section that says so, where one does.
    private struct Grounds { let section: String? }

    /// What the policy says of this person in the placement's pictures now. Who has left is asked of their own words
    /// alone.
    private func objection(to placement: Placement, on instant: Date) throws -> Grounds? {
        if let said = left {
            guard said.shut(on: Day(of: instant)).contains(placement.draft.channel.consent) else { return nil }
            let policy = try organisation.policyInForce(at: placement.account.school, on: tx.now, tx)?.policy
            return Grounds(section: policy?.sections(carriedBy: .withdrawals).first)
        }
        return try organisation.objections(to: placement, on: instant, tx).first { $0.refs.contains(ref) }
            .map { Grounds(section: $0.clause) }
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
