import Foundation
import Governance
import Store

/// A person has put the post on the network and brings the proof; only then is it published. At this moment too the
/// door has the last word: what it no longer lets through, and what was stopped before the proof came, is on record as
/// out and is to be taken off again.
package struct PublishByHand: Sendable {
    package var placement: Identifier<Placement>
    package var proof: ProofGiven

    package init(placement: Identifier<Placement>, proof: ProofGiven) {
        self.placement = placement
        self.proof = proof
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Publishing {
        let mayShow = try await organisation.look(by: actor) { tx in
            try require(tx)
            return try tx.mayBeShown(tx.placement(placement))
        }
        let proof = try CheckedProof(
            proof,
            without: mayShow
                ? "Paste the address of the post, or attach a screenshot"
                : "Paste the address of the post, or say in three words or more where it stands",
            sentenceIsEnough: !mayShow, mayShow: mayShow)
        if try await organisation.isOutAlready(placement, proof.proof.address, by: actor) {
            try await organisation.noteDue()
            let isToComeDown = try await organisation.look(by: actor) { tx in
                try tx.placement(placement).state == .ordered
            }
            return isToComeDown ? .toComeDown : .published
        }
        let publishing = try await organisation.change(by: actor) { tx in try publish(proof, organisation, tx) }
        try await organisation.noteDue()
        return publishing
    }

    private func require(_ tx: WriteTransaction) throws {
        let placement = try tx.placement(placement)
        try tx.requirePublisher(of: placement, tx.post(placement.post))
    }

    private func publish(
        _ checked: CheckedProof, _ organisation: Organisation, _ tx: WriteTransaction
    ) throws -> Recorded<Publishing> {
        let proof = checked.proof
        let placement = try tx.placement(placement)
        try proof.requireAddress(on: placement.account.network)
        let post = try tx.post(placement.post)
        try require(tx)
        if checked.picture != nil, try !tx.mayBeShown(placement) { throw CheckedProof.mayNotShow }
        let user = try tx.person()
        guard placement.state == .ready else {
            guard placement.state.next.contains(.published), placement.state != .sending else {
                throw ActionError.conflict(
                    "This post is not to be published now: \(placement.state.title.lowercased())")
            }
            let why = "It is out although it was \(placement.state.title.lowercased())"
            let order = try tx.orderOfTheRest(placement)
            return try outAllTheSame(
                placement, post, checked, why: order.map { "\(why). \($0.reason)" } ?? why, section: order?.section,
                under: order, tx
            ).map { .toComeDown }
        }
        if let against = try tx.standsAgainst(placement) {
            return try outAllTheSame(placement, post, checked, why: against.says, section: nil, tx)
                .map { .toComeDown }
        }
        switch try organisation.admission(of: placement, on: tx.now, tx) {
        case .refused(let refusal):
            try tx.keep(refusal.decision, of: placement.id, stage: .published)
            return try outAllTheSame(
                placement, post, checked, why: refusal.stopping.map(\.says).joined(separator: " "),
                section: refusal.stopping.first?.clause, tx
            ).map { .toComeDown }
        case .admitted(let leave):
            let old = try tx.replaced(by: placement).placement
            try tx.publish(placement, by: user, proof: proof, leave: leave)
            return try out(placement, post, checked, replacing: old, decision: leave.decision, tx).map { .published }
        }
    }

    /// It is there, which is a fact that no rule undoes: it goes on record, and is ordered down in the same breath.
    private func outAllTheSame(
        _ placement: Placement, _ post: Post, _ checked: CheckedProof, why: String, section: String?,
        under order: TakedownOrder? = nil, _ tx: WriteTransaction
    ) throws -> Recorded<Void> {
        let user = try tx.person()
        var old: Placement?
        if case .out(let corrected) = try tx.replaced(by: placement) { old = corrected }
        try tx.publishOnlyToComeDown(placement, by: user, proof: checked.proof)
        let out = try out(placement, post, checked, replacing: old, decision: nil, tx)
        let isWhole = try tx.hasAllPictures(placement)
        let usual =
            isWhole ? try tx.takedownDeadline(at: placement.account.school) : tx.compromisingPictureDeadline
        let down = try tx.order(
            tx.placement(placement.id), of: post, reason: String(why.prefix(500)), section: section,
            deadline: min(usual, order.map(tx.time) ?? usual), by: order?.by)
        return Recorded(
            (), out.events[0], and: out.events.dropFirst() + down.events, tasks: out.tasks + down.tasks,
            notices: out.notices + down.notices)
    }

    /// What follows from its being there, with what it replaces.
    private func out(
        _ placement: Placement, _ post: Post, _ checked: CheckedProof, replacing old: Placement?, decision: Decision?,
        _ tx: WriteTransaction
    ) throws -> Recorded<Void> {
        let proof = checked.proof
        try tx.keep(checked.picture, of: proof)
        let done = try tx.noteOut(placement)
        let before = try old.map { try tx.end($0, correctedBy: placement, with: proof, of: post, by: tx.person()) }
        return Recorded(
            (),
            .published(
                placement,
                [
                    "address": RecordValue(proof.address), "screenshot": RecordValue(proof.screenshot?.digest),
                    "corrects": RecordValue(old?.id.text),
                ], decision: decision),
            and: before?.events ?? [], tasks: done + (before?.tasks ?? []), notices: before?.notices ?? [])
    }
}

extension WriteTransaction {
    /// What was stopped with the rest of its post, or while it was going out, comes down by that order; nil: there was none.
    fileprivate func orderOfTheRest(_ placement: Placement) throws -> TakedownOrder? {
        let rest = try placements(of: placement.post).filter { $0.state == .ordered }
            .compactMap { try takedown(of: $0.id)?.order }
        let orders = try rest + [orderOnceOut(of: placement.id)].compactMap(\.self)
        return orders.min { $0.deadline < $1.deadline }
    }
}

/// What became of publishing by hand.
package enum Publishing: Sendable, Equatable {
    case published
    /// It is out and may not be: it was stopped, something has changed since, or a picture in it was ended. It is on record
    /// as published, and ordered down.
    case toComeDown
}

extension WriteTransaction {
    /// Stops a placement that the door no longer lets through; whoever minds it and those who approve are told.
    /// - Parameter mayBeOut: whether an attempt may have gone through all the same.
    func stop(
        _ placement: Placement, of post: Post, _ refusal: Refusal, stage: DecisionStage, mayBeOut: Bool = false
    ) throws -> Recorded<Void> {
        try keep(refusal.decision, of: placement.id, stage: stage)
        let why = refusal.stopping.map(\.says).joined(separator: " ")
        return try stop(placement, of: post, why: why, decision: refusal.decision, mayBeOut: mayBeOut)
    }

    func stop(
        _ placement: Placement, of post: Post, why: String, decision: Decision? = nil, mayBeOut: Bool = false
    ) throws -> Recorded<Void> {
        let look = "Its words may be out on \(placement.account.network.title) all the same: look there"
        let why = mayBeOut ? "\(look). \(why)" : why
        try settle(placement, as: .stopped, why: why)
        try clearDue(.placement, placement.id.text)
        let rule = mayBeOut ? look : "A post that was stopped is looked at again"
        let due = try mayBeOut ? orderOnceOut(of: placement.id).map(time) : nil
        let school = placement.account.school
        let senior = try firstHeld(PostApproval.roles, at: school)
        return Recorded(
            Event(
                .postStopped, .post(post.id),
                after: ["placement": .text(placement.id.text), "account": .text(placement.account.name)], why: why,
                decision: decision),
            tasks: [
                .close(.publishByHand, .placement(placement.id)),
                .open(NewTask(.lookAtStoppedPost, .post(post.id), for: .user(post.keeper), due: due, rule: rule)),
                .open(
                    NewTask(.lookAtStoppedPost, .post(post.id), for: .role(senior, at: school), due: due, rule: rule)),
            ],
            notices: try decided(post, "was stopped: \(why)"))
    }
}
