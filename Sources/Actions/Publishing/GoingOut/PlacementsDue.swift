import Foundation
import Governance
import Store

extension Organisation {
    /// Its time has come: what nobody decided has expired, and what is approved goes out, or is stopped.
    func placementDue(
        _ id: Identifier<Placement>, _ tx: WriteTransaction
    ) throws -> Recorded<Void> {
        let placement = try tx.placement(id)
        let post = try tx.post(placement.post)
        switch placement.state {
        case .waiting: return try expire(placement, of: post, tx)
        case .scheduled:
            if placement.account.state == .closed {
                return try tx.stop(placement, of: post, why: "The account was closed before its time")
            }
            if let pause = try tx.pauses(at: placement.account.school).first {
                return try tx.stop(
                    placement, of: post, why: "Its time came while publishing was paused: \(pause.reason)")
            }
            switch try admission(of: placement, tx) {
            case .refused(let refusal): return try tx.stop(placement, of: post, refusal, stage: .due)
            case .admitted(let leave): return try goOut(placement, of: post, leave, tx)
            }
        default: return .unchanged
        }
    }

    private func expire(_ placement: Placement, of post: Post, _ tx: WriteTransaction) throws -> Recorded<Void> {
        try tx.settle(placement, as: .expired, why: "Nobody decided before its time")
        let waiting = try tx.placements(of: post.id, in: [.waiting])
        return Recorded(
            Event(
                .approvalExpired, .post(post.id),
                after: ["placement": .text(placement.id.text), "account": .text(placement.account.name)]),
            tasks: (waiting.isEmpty ? closing([placement], of: post.id) : [])
                + [.change(post, "Nobody decided before its time: choose another, or withdraw it")],
            notices: try tx.decided(post, "expired: nobody decided before its time"))
    }

    /// Its keeper is asked to look at it again.
    func reviewDue(
        _ id: Identifier<Placement>, _ tx: WriteTransaction
    ) throws -> Recorded<Void> {
        let placement = try tx.placement(id)
        guard placement.state.isOut, try tx.openReview(of: id) == nil else { return .unchanged }
        let post = try tx.post(placement.post)
        let reckoned = try tx.within(7, at: placement.account.school)
        try tx.askReview(of: id, dueAt: reckoned.due)
        let rule = try reviewRule(at: placement.account.school, tx)
        return Recorded(
            Event(
                .reviewAsked, .post(post.id),
                after: [
                    "placement": .text(id.text), "keeper": .text(post.keeper.text), "due": RecordValue(reckoned.due),
                ]),
            tasks: [
                .open(
                    NewTask(
                        .reviewPost, .placement(id), for: .user(post.keeper), within: reckoned,
                        rule: rule))
            ])
    }
}

extension WriteTransaction {
    /// The time by which it was to come down has passed.
    func takedownDue(_ id: Identifier<Placement>) throws -> Recorded<Void> {
        let placement = try placement(id)
        guard placement.state == .ordered, let takedown = try takedown(of: id), takedown.overdueAt == nil else {
            return .unchanged
        }
        let post = try post(placement.post)
        try markOverdue(takedown)
        let school = placement.account.school
        let chaser = try firstHeldOrNone([.slt, .headteacher, .trustMarketing, .trustCEO], at: school) ?? .headteacher
        let says = "A post on \(placement.account.name) is still up, past the time by which it was to come down"
        return Recorded(
            Event(
                .takedownOverdue, .post(post.id),
                after: ["placement": .text(id.text), "account": .text(placement.account.name)], why: takedown.reason),
            tasks: [
                .open(
                    NewTask(
                        .chaseTakedown, .placement(id), for: .role(chaser, at: school),
                        rule: "An order to take down was not followed in time", hiddenFrom: [post.keeper]))
            ], notices: [NewNotice(to: takedown.by ?? post.keeper, .postChanged, .post(post.id), says: says)])
    }
}
