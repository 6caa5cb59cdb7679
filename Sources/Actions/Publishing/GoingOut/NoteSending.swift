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
            dispatch.state = .done
            dispatch.mayBeOut = false
            dispatch.trouble = nil
            try tx.release(dispatch)
            let network = placement.account.network.title
            let note =
                placement.corrects == nil
                ? "\(network) calls it \(out.id)" : "\(network) has taken the correction of \(out.id)"
            if case .gone = try tx.replaced(by: placement) {
                // ordered down while it was changed: what is out is taken off all the same
                return try tx.stop(placement, of: post, why: "It was ordered down while it was being corrected")
                    .map { .dropped }
            }
            return try published(placement, of: post, out, by: connection, note: note, tx).map { .done }
        }
    }

    /// It did not go out, as far as is known.
    func failed(_ taken: TakenDispatch, _ trouble: NetworkTrouble) async throws -> SendPost.Outcome {
        try await change(by: .schedule) { tx -> Recorded<SendPost.Outcome> in
            guard var dispatch = try tx.held(taken) else { return .unchanged(.dropped) }
            let hasBegun = dispatch.attempts > taken.dispatch.attempts
            // one that could not even be looked for counts too, so that they come to an end
            let isTriedAgain = dispatch.fail(trouble, isCounted: hasBegun, at: tx.now)
            dispatch.mayBeOut =
                hasBegun ? trouble == .unsure : taken.dispatch.mayBeOut || taken.dispatch.state == .begun
            let isOrdered = try !dispatch.mayBeOut && tx.orderOnceOut(of: dispatch.placement) != nil
            guard isTriedAgain, !isOrdered else { return try leaveToAPerson(dispatch, trouble, tx) }
            try tx.release(dispatch)
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

    /// A person publishes it by hand, where the door still lets it through; what it does not is stopped.
    func leaveToAPerson(
        _ dispatch: Dispatch, _ trouble: NetworkTrouble, _ tx: WriteTransaction
    ) throws -> Recorded<SendPost.Outcome> {
        var dispatch = dispatch
        let placement = try tx.placement(dispatch.placement)
        let post = try tx.post(placement.post)
        dispatch.state = .givenUp
        dispatch.trouble = trouble.says
        try tx.release(dispatch)
        if let stopped = try stopWhatIsRefused(placement, of: post, mayBeOut: dispatch.mayBeOut, tx) {
            let broken = trouble.breaksConnection ? try markBroken(dispatch.account, trouble, tx) : nil
            return Recorded(
                .notNow, stopped.events[0], and: stopped.events.dropFirst() + (broken.map { [$0.event] } ?? []),
                tasks: stopped.tasks + (broken?.tasks ?? []), notices: stopped.notices)
        }
        let says =
            trouble.says
            + (dispatch.mayBeOut ? ". It may be out already: look on \(placement.account.network.title) first" : "")
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

    /// What the door does not let through any more, or what lost a picture, is stopped; nil: it may go out.
    private func stopWhatIsRefused(
        _ placement: Placement, of post: Post, mayBeOut: Bool, _ tx: WriteTransaction
    ) throws -> Recorded<Void>? {
        if let why = try tx.heldBack(placement) {
            return try tx.stop(placement, of: post, why: why, mayBeOut: mayBeOut)
        }
        guard case .refused(let refusal) = try admission(of: placement, on: tx.now, tx) else { return nil }
        return try tx.stop(placement, of: post, refusal, stage: .published, mayBeOut: mayBeOut)
    }
}
