import Foundation
import Governance
import Store

/// A person has put the post on the network and brings the proof; only then is it published. At this moment too the
/// door has the last word: what it no longer lets through is stopped, and is to be taken off again.
package struct PublishByHand: Sendable {
    package var placement: Identifier<Placement>
    package var proof: ProofGiven

    package init(placement: Identifier<Placement>, proof: ProofGiven) {
        self.placement = placement
        self.proof = proof
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Publishing {
        let proof = try CheckedProof(proof, without: "Paste the address of the post, or attach a screenshot")
        try await organisation.change(by: actor) { tx in .unchanged(try require(tx)) }
        if try await organisation.isOutAlready(placement, proof.proof.address, by: actor) {
            try await organisation.noteDue()
            return .published
        }
        let publishing = try await organisation.change(by: actor) { tx in try publish(proof, organisation, tx) }
        try await organisation.noteDue()
        return publishing
    }

    private func require(_ tx: WriteTransaction) throws {
        let placement = try tx.placement(placement)
        let post = try tx.post(placement.post)
        guard
            try [post.author, post.keeper].contains(tx.person())
                || tx.authority().holds(any: PublishingRoles.publishing, at: placement.account.school)
        else { throw ActionError.notPermitted("Its author or a moderator publishes this post") }
    }

    private func publish(
        _ checked: CheckedProof, _ organisation: Organisation, _ tx: WriteTransaction
    ) throws -> Recorded<Publishing> {
        let proof = checked.proof
        let placement = try tx.placement(placement)
        try proof.requireAddress(on: placement.account.network)
        let post = try tx.post(placement.post)
        try require(tx)
        let user = try tx.person()
        let school = placement.account.school
        guard placement.state == .ready else {
            throw ActionError.conflict("This post is not to be published now: \(placement.state.title.lowercased())")
        }
        guard placement.account.state == .open else {
            throw ActionError.conflict("This account is closed, so nothing goes out on it any more")
        }
        if let pause = try tx.pauses(at: school).first {
            throw ActionError.conflict("Publishing is paused: \(pause.reason)")
        }
        guard try tx.hasAllPictures(placement) else {
            return try tx.stop(placement, of: post, why: Organisation.pictureEnded).map { .pictureEnded }
        }
        let old = try tx.corrected(by: placement)
        switch try organisation.admission(of: placement, on: tx.now, tx) {
        case .refused(let refusal):
            return try tx.stop(placement, of: post, refusal, stage: "published").map { .stopped(refusal) }
        case .admitted(let leave):
            try tx.publish(placement, by: user, proof: proof, leave: leave)
            try tx.keep(checked.picture, of: proof)
            let done = try tx.noteOut(placement)
            let before = try old.map { try tx.end($0, correctedBy: placement, with: proof, of: post, by: user) }
            return Recorded(
                .published,
                .published(
                    placement,
                    [
                        "address": RecordValue(proof.address), "screenshot": RecordValue(proof.screenshot?.digest),
                        "corrects": RecordValue(old?.id.text),
                    ], decision: leave.decision),
                and: before?.events ?? [],
                tasks: done + (before?.tasks ?? []),
                notices: before?.notices ?? [])
        }
    }
}

/// What became of publishing by hand.
package enum Publishing: Sendable {
    case published
    /// Something has changed since; what is on the network already is to be taken off.
    case stopped(Refusal)
    /// A picture in it was destroyed or locked: what is on the network already is to be taken off.
    case pictureEnded
}

extension WriteTransaction {
    /// Stops a placement that the door no longer lets through; its author and those who approve are told.
    /// - Parameter mayBeOut: whether an attempt may have gone through all the same.
    func stop(
        _ placement: Placement, of post: Post, _ refusal: Refusal, stage: String, mayBeOut: Bool = false
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
        let school = placement.account.school
        let senior = try firstHeld(PostApproval.roles, at: school)
        return Recorded(
            Event(
                .postStopped, .post(post.id),
                after: ["placement": .text(placement.id.text), "account": .text(placement.account.name)], why: why,
                decision: decision),
            tasks: [
                .close(.publishByHand, .placement(placement.id)),
                .open(NewTask(.lookAtStoppedPost, .post(post.id), for: .user(post.author), rule: rule)),
                .open(NewTask(.lookAtStoppedPost, .post(post.id), for: .role(senior, at: school), rule: rule)),
            ],
            notices: [
                NewNotice(to: post.author, .postDecided, .post(post.id), says: "Your post was stopped: \(why)")
            ])
    }
}
