import Foundation
import Governance
import Store

/// Records that it is down, with the proof.
package struct RecordTakedown: Sendable {
    package var placement: Identifier<Placement>
    package var proof: ProofGiven

    package init(placement: Identifier<Placement>, proof: ProofGiven) {
        self.placement = placement
        self.proof = proof
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let mayShow = try await organisation.look(by: actor) { tx in
            try require(tx)
            return try tx.mayBeShown(tx.placement(placement))
        }
        let checked = try CheckedProof(
            proof,
            without: "Say in three words or more what its address shows now, such as “Page not found”"
                + (mayShow ? ", or attach a screenshot" : ""),
            sentenceIsEnough: true, mayShow: mayShow)
        let proof = checked.proof
        try await organisation.change(by: actor) { tx in
            let user = try require(tx)
            let placement = try tx.placement(placement)
            guard let takedown = try tx.takedown(of: placement.id), placement.state == .ordered else {
                throw ActionError.conflict("Nobody has ordered that this come down")
            }
            if checked.picture != nil, try !tx.mayBeShown(placement) { throw CheckedProof.mayNotShow }
            try tx.keep(checked.picture, of: proof)
            return try tx.takenDown(placement, takedown, proof, by: user)
        }
        try await organisation.noteDue()
    }

    @discardableResult
    private func require(_ tx: WriteTransaction) throws -> Identifier<User> {
        let placement = try tx.placement(placement)
        return try tx.requireOwnOrRole(
            PublishingRoles.publishing, of: tx.post(placement.post), at: placement.account.school,
            "Whoever published it, or a moderator, records this")
    }
}

extension WriteTransaction {
    /// It is down, as the proof shows.
    /// - Parameter user: nil: the network took it off, and said so.
    func takenDown(
        _ placement: Placement, _ takedown: Takedown, _ proof: Proof, by user: Identifier<User>?
    ) throws -> Recorded<Void> {
        try settle(placement, as: .takenDown, why: takedown.reason)
        try record(proof, of: takedown, by: user)
        try clearDue(.takedown, placement.id.text)
        try clearDue(.review, placement.id.text)
        let tasks: [NewTask.Kind] = [.takeDown, .chaseTakedown, .reviewPost, .closeReplies]
        return Recorded(
            Event(
                .takenDown, .post(placement.post),
                after: [
                    "placement": .text(placement.id.text), "account": .text(placement.account.name),
                    "address": RecordValue(proof.address), "screenshot": RecordValue(proof.screenshot?.digest),
                    "late": .flag(now > takedown.deadline),
                ], why: proof.note),
            tasks: tasks.map { .close($0, .placement(placement.id)) },
            notices: [
                NewNotice(
                    to: try takedown.by ?? post(placement.post).keeper, .postChanged, .post(placement.post),
                    says: "A post has been taken down")
            ])
    }
}
