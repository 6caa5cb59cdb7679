import Foundation
import Governance
import Platforms
import Store

extension Organisation {
    /// It is out: the network says so.
    func noteOut(
        _ taken: TakenDispatch, _ out: Published, _ connection: Connection
    ) async throws -> SendPost.Outcome {
        try await change(by: .schedule) { tx -> Recorded<SendPost.Outcome> in
            guard var dispatch = try tx.held(taken) else { return .unchanged(.dropped) }
            let placement = try tx.placement(dispatch.placement)
            let post = try tx.post(placement.post)
            let account = try tx.officialAccount(dispatch.account)
            let terms = try accountTerms(at: account.account.school, tx)
            dispatch.state = .done
            dispatch.mayBeOut = false
            dispatch.trouble = nil
            try tx.write(dispatch, isReleased: true)
            let old: Placement?
            do { old = try tx.corrected(by: placement) } catch ActionError.conflict {
                // ordered down while it was changed: what is out is taken off all the same
                return try tx.stop(placement, of: post, why: "It was ordered down while it was being corrected")
                    .map { .dropped }
            }
            let note =
                old == nil
                ? "\(placement.account.network.title) calls it \(out.id)"
                : "\(placement.account.network.title) has taken the correction of \(out.id)"
            try tx.publish(
                placement, networkID: out.id, by: connection,
                proof: Proof(address: out.address.isEmpty ? nil : out.address, note: note))
            let weeks = try tx.settings(at: placement.account.school).weeksToReview
            try tx.setDue(.review, placement.id.text, at: tx.now + Double(weeks) * 7 * 86_400)
            try tx.clearDue(.placement, placement.id.text)
            var tasks: [TaskChange] = [.close(.publishByHand, .placement(placement.id))]
            if let old { tasks += try tx.replace(old, with: placement, of: post) }
            if terms.closesReplies(on: account), !out.repliesAreClosed {
                let says = "Close the replies to this post on \(placement.account.network.title): no program can"
                tasks += try tx.publishers(of: placement, post).map {
                    .open(
                        NewTask(
                            .closeReplies, .placement(placement.id), for: $0, due: tx.now + 86_400,
                            rule: accountRule(says, terms.oneWaySections)))
                }
            }
            let down = try orderDownIfRefused(placement.id, of: post, tx)
            return Recorded(
                .done,
                Event(
                    .postPublished, .post(post.id),
                    after: [
                        "placement": .text(placement.id.text), "account": .text(placement.account.name),
                        "revision": .number(placement.revisionNumber), "address": .text(out.address),
                        "network-id": .text(out.id), "replies-closed": .flag(out.repliesAreClosed),
                        "text": .text(placement.draft.text), "corrects": RecordValue(old?.id.text),
                    ]), and: down?.events ?? [], tasks: tasks + (down?.tasks ?? []), notices: down?.notices ?? [])
        }
    }

    /// What changed while it went out, as when somebody said no to a picture: what may no longer be there is ordered down.
    private func orderDownIfRefused(
        _ id: Identifier<Placement>, of post: Post, _ tx: WriteTransaction
    ) throws -> Recorded<Void>? {
        let placement = try tx.placement(id)
        var section: String?
        if case .refused(let refusal) = try admission(of: placement, on: tx.now, tx) {
            section = refusal.stopping.first?.clause
        } else if try tx.pictures(of: placement).allSatisfy({ $0.state == .ready }) {
            return nil
        }
        return try tx.order(
            placement, of: post, reason: "Something changed while it went out, and it may no longer be there",
            section: section, deadline: tx.takedownDeadline(at: placement.account.school),
            by: post.keeper)
    }

    /// It did not go out, as far as is known.
    func failed(_ taken: TakenDispatch, _ trouble: NetworkTrouble) async throws -> SendPost.Outcome {
        try await change(by: .schedule) { tx -> Recorded<SendPost.Outcome> in
            guard var dispatch = try tx.held(taken) else { return .unchanged(.dropped) }
            let hasBegun = dispatch.attempts > taken.dispatch.attempts
            // one that could not even be looked for counts too, so that they come to an end
            if !hasBegun { dispatch.attempts += 1 }
            dispatch.begunAt = dispatch.begunAt ?? tx.now
            dispatch.mayBeOut =
                hasBegun ? trouble == .unsure : taken.dispatch.mayBeOut || taken.dispatch.state == .begun
            guard trouble.passes, let pause = Dispatch.pause(after: dispatch.attempts) else {
                return try leaveToAPerson(dispatch, trouble, tx)
            }
            dispatch.state = .waiting
            dispatch.nextAt = tx.now + pause
            if case .rateLimited(let until) = trouble { dispatch.nextAt = max(until, dispatch.nextAt) }
            dispatch.trouble = trouble.says
            try tx.write(dispatch, isReleased: true)
            let placement = try tx.placement(dispatch.placement)
            return Recorded(
                .notNow,
                Event(
                    .attemptFailed, .post(placement.post),
                    after: [
                        "placement": .text(placement.id.text), "attempt": .number(dispatch.attempts),
                        "next": RecordValue(dispatch.nextAt), "may-be-out": .flag(dispatch.mayBeOut),
                    ], why: trouble.says))
        }
    }

    func giveUp(_ taken: TakenDispatch, why: String) async throws -> SendPost.Outcome {
        try await change(by: .schedule) { tx -> Recorded<SendPost.Outcome> in
            guard var dispatch = try tx.held(taken) else { return .unchanged(.dropped) }
            dispatch.mayBeOut = taken.dispatch.mayBeOut || taken.dispatch.state == .begun
            return try leaveToAPerson(dispatch, .cannot(why), tx)
        }
    }

    private func leaveToAPerson(
        _ dispatch: Dispatch, _ trouble: NetworkTrouble, _ tx: WriteTransaction
    ) throws -> Recorded<SendPost.Outcome> {
        var dispatch = dispatch
        let placement = try tx.placement(dispatch.placement)
        let post = try tx.post(placement.post)
        dispatch.state = .givenUp
        dispatch.trouble = trouble.says
        let says =
            trouble.says
            + (dispatch.mayBeOut ? ". It may be out already: look on \(placement.account.network.title) first" : "")
        try tx.write(dispatch, isReleased: true)
        try tx.leaveToAPerson(placement, why: says)
        let broken = trouble.breaksConnection ? try markBroken(dispatch.account, trouble, tx) : nil
        return Recorded(
            .notNow,
            Event(
                .leftToAPerson, .post(post.id),
                after: [
                    "placement": .text(placement.id.text), "account": .text(placement.account.name),
                    "attempts": .number(dispatch.attempts), "may-be-out": .flag(dispatch.mayBeOut),
                ], why: says), and: broken.map { [$0.event] } ?? [],
            tasks: try tx.publishByHand(placement, of: post, rule: "It did not go out by itself. \(says)")
                + (broken?.tasks ?? []),
            notices: [
                NewNotice(
                    to: post.keeper, .postChanged, .post(post.id), says: "Your post did not go out by itself. \(says)")
            ])
    }
}
