import Foundation
import Governance
import Platforms
import Store

extension Organisation {
    /// It is out by the network's own word, whether the program has just sent it or it was found there: it is looked at
    /// again in its time, replies that no program can close are closed by a person, and what changed while it went out is
    /// ordered down.
    func published(
        _ placement: Placement, of post: Post, _ out: Published, by connection: Connection, note: String,
        _ tx: WriteTransaction
    ) throws -> Recorded<Void> {
        let old = try tx.replaced(by: placement).placement
        try tx.publish(
            placement, networkID: out.id, by: connection,
            proof: Proof(address: out.address.isEmpty ? nil : out.address, note: note))
        var tasks = try tx.noteOut(placement)
        if let old { tasks += try tx.replace(old, with: placement, of: post) }
        let account = try tx.officialAccount(placement.account.id)
        let terms = try accountTerms(at: account.account.school, tx)
        if terms.closesReplies(on: account), !out.repliesAreClosed {
            let can = connection.capabilities
            let says =
                "Close the replies to this post on \(placement.account.network.title): "
                + (can.closesReplies ? "the program could not" : "no program can")
                + (can.closingDeletesAnswers == true ? ". \(Capabilities.closingDeletes.dropLast())" : "")
            tasks += try tx.publishers(of: placement, post).map {
                .open(
                    NewTask(
                        .closeReplies, .placement(placement.id), for: $0, due: tx.now + 86_400,
                        rule: accountRule(says, terms.oneWaySections)))
            }
        }
        let down = try orderDownIfRefused(placement.id, of: post, tx)
        return Recorded(
            .published(
                placement,
                [
                    "address": .text(out.address), "network-id": .text(out.id),
                    "replies-closed": .flag(out.repliesAreClosed), "corrects": RecordValue(old?.id.text),
                ]),
            and: down?.events ?? [], tasks: tasks + (try tx.foundToBeOut(placement)) + (down?.tasks ?? []),
            notices: down?.notices ?? [])
    }

    /// What was ordered or changed while it went out, as when somebody said no to a picture: what may no longer be there is
    /// ordered down.
    private func orderDownIfRefused(
        _ id: Identifier<Placement>, of post: Post, _ tx: WriteTransaction
    ) throws -> Recorded<Void>? {
        let placement = try tx.placement(id)
        let order = try tx.orderOnceOut(of: id)
        var section: String?
        var soonest = order.map(tx.time)
        if case .refused(let refusal) = try admission(of: placement, on: tx.now, tx) {
            section = refusal.stopping.first?.clause
            let usual = try tx.takedownDeadline(at: placement.account.school)
            soonest = min(soonest ?? usual, usual)
        }
        if try tx.heldByPictures(placement) != nil {
            soonest = min(soonest ?? .distantFuture, tx.compromisingPictureDeadline)
        }
        guard let deadline = soonest else { return nil }
        return try tx.order(
            placement, of: post,
            reason: order?.reason ?? "Something changed while it went out, and it may no longer be there",
            section: order.map(\.section) ?? section, deadline: deadline, by: order?.by)
    }
}

extension WriteTransaction {
    /// Nobody need look whether it is out any more, where that was asked because of an order and nothing else was stopped.
    fileprivate func foundToBeOut(_ placement: Placement) throws -> [TaskChange] {
        guard try orderOnceOut(of: placement.id) != nil,
            try !placements(of: placement.post).contains(where: { $0.state == .stopped })
        else { return [] }
        return [.close(.lookAtStoppedPost, .post(placement.post))]
    }

    /// What waited for it is done, and it is looked at again after as many weeks as the school has set.
    func noteOut(_ placement: Placement) throws -> [TaskChange] {
        let weeks = try settings(at: placement.account.school).weeksToReview
        try setDue(.review, placement.id.text, at: now + Double(weeks) * 7 * 86_400)
        try clearDue(.placement, placement.id.text)
        return [.close(.publishByHand, .placement(placement.id))]
    }
}

extension Event {
    /// - Parameter further: what is known of it besides its placement, account, revision and words.
    static func published(
        _ placement: Placement, _ further: [String: RecordValue], decision: Decision? = nil
    ) -> Event {
        let known: [String: RecordValue] = [
            "placement": .text(placement.id.text), "account": .text(placement.account.name),
            "revision": .number(placement.revisionNumber), "text": .text(placement.draft.text),
        ]
        return Event(
            .postPublished, .post(placement.post), after: .fields(known.merging(further) { $1 }), decision: decision)
    }
}
