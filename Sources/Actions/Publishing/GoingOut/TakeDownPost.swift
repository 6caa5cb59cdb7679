import Foundation
import Governance
import Platforms
import Store

/// Takes a post off its network, where the program put it there. Whoever has the task of taking it down keeps it until the
/// network says that it is gone.
struct TakeDownPost: Sendable {
    let taken: TakenDispatch

    init(_ taken: TakenDispatch) { self.taken = taken }

    func perform(in organisation: Organisation) async throws -> SendPost.Outcome {
        let account = taken.dispatch.account
        let sealed = try await organisation.database.sealedConnection(of: account)
        do {
            guard let (known, network) = try await organisation.networkConnection(of: account) else {
                return try await failed(.cannot("The account is not connected any more"), in: organisation)
            }
            let id = try await organisation.look(by: .schedule) { tx -> String? in
                guard try tx.held(taken) != nil else { return nil }
                return try tx.networkID(of: taken.dispatch.placement, by: known)
            }
            guard let id else {
                return try await failed(.cannot("The account is connected as another now"), in: organisation)
            }
            try await network.takeDown(id)
            return try await done(in: organisation)
        } catch let trouble as NetworkTrouble {
            return try await failed(
                organisation.whatRemains(of: trouble, since: sealed, of: account), in: organisation)
        }
    }

    private func done(in organisation: Organisation) async throws -> SendPost.Outcome {
        try await organisation.change(by: .schedule) { tx -> Recorded<SendPost.Outcome> in
            guard var dispatch = try tx.held(taken) else { return .unchanged(.dropped) }
            let placement = try tx.placement(dispatch.placement)
            dispatch.state = .done
            try tx.release(dispatch)
            guard placement.state == .ordered, let takedown = try tx.takedown(of: placement.id) else {
                // a person was faster, and their proof is on record
                return Recorded(
                    .done,
                    Event(
                        .takenDown, .post(placement.post), after: ["placement": .text(placement.id.text)],
                        why: "The network says that it is gone"))
            }
            let proof = Proof(note: "\(placement.account.network.title) says that it is gone")
            return try tx.takenDown(placement, takedown, proof, by: nil).map { .done }
        }
    }

    private func failed(_ trouble: NetworkTrouble, in organisation: Organisation) async throws -> SendPost.Outcome {
        try await organisation.change(by: .schedule) { tx -> Recorded<SendPost.Outcome> in
            guard var dispatch = try tx.held(taken) else { return .unchanged(.dropped) }
            let placement = try tx.placement(dispatch.placement)
            let post = try tx.post(placement.post)
            let isOver = !dispatch.fail(trouble, at: tx.now)
            try tx.release(dispatch)
            let broken =
                trouble.breaksConnection ? try organisation.markBroken(dispatch.account, trouble, tx) : nil
            return Recorded(
                .notNow,
                Event(
                    .takedownFailed, .post(post.id),
                    after: [
                        "placement": .text(placement.id.text), "attempt": .number(dispatch.attempts),
                        "last": .flag(isOver),
                    ], why: trouble.says), and: broken.map { [$0.event] } ?? [], tasks: broken?.tasks ?? [],
                notices: isOver
                    ? [
                        NewNotice(
                            to: post.keeper, .postChanged, .post(post.id),
                            says: "Your post could not be taken down by itself: do it by hand. \(trouble.says)")
                    ] : [])
        }
    }
}

extension Dispatch {
    /// - Returns: false where it is not tried again: then it is given up.
    mutating func fail(_ trouble: NetworkTrouble, isCounted: Bool = false, at now: Date) -> Bool {
        var until: Date?
        if case .rateLimited(let said) = trouble { until = said }
        return fail(trouble.says, passes: trouble.passes, until: until, isCounted: isCounted, at: now)
    }
}
