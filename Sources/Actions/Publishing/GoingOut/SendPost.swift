import Foundation
import Governance
import Platforms
import Store

/// Does the one thing that has waited longest for a network: sends a post, or takes one down; false when nothing is due.
///
/// Before anything is asked of the network it is on record that an attempt has begun; nothing is asked inside a transaction.
/// An attempt that has no end, because the program died or the answer was lost, is looked for on the network before anything
/// is sent again. A run takes the work under a lease, so that two never send the same.
package struct SendPost: Sendable {
    /// What became of it.
    package enum Outcome: Sendable, Equatable {
        case nothingDue
        case done
        /// Not now; it is tried again, or a person is asked.
        case notNow
        /// The door, a pause or a person was before it: nothing was sent.
        case dropped
    }

    package init() {}

    @discardableResult
    package func perform(in organisation: Organisation) async throws -> Outcome {
        guard let taken = try await take(in: organisation) else { return .nothingDue }
        let outcome =
            switch taken.dispatch.work {
            case .publish: try await send(taken, in: organisation)
            case .takeDown: try await TakeDownPost(taken).perform(in: organisation)
            case .clearUp: try await ClearUp(taken).perform(in: organisation)
            }
        try await organisation.database.keep { try $0.putBack(taken) }
        try await organisation.noteDue()
        return outcome
    }

    /// The first half: says who is at work.
    package func take(in organisation: Organisation) async throws -> TakenDispatch? {
        let mark = try organisation.installation.runMark()
        for lease in try await organisation.database.leasedDispatches() where mark.isOver(RunLease.run(of: lease)) {
            try await organisation.database.keep { try $0.freeDispatch(lease) }
        }
        let lease = RunLease.made(by: mark, organisation.installation.randomness)
        let until = organisation.clock.now + Dispatch.lease
        return try await organisation.database.keep { try $0.takeDispatch(lease: lease, until: until) }
    }

    /// The second half.
    package func send(_ taken: TakenDispatch, in organisation: Organisation) async throws -> Outcome {
        let account = taken.dispatch.account
        let sealed = try await organisation.database.sealedConnection(of: account)
        do {
            guard let (known, network) = try await organisation.networkConnection(of: account) else {
                return try await organisation.giveUp(taken, why: "The account is not connected any more")
            }
            if try await organisation.corrects(taken) {
                return try await organisation.correct(taken, known, network)
            }
            if taken.dispatch.state == .begun || taken.dispatch.mayBeOut {
                let post = try await organisation.outgoing(taken)?.post
                if let post, let out = try await network.find(post) {
                    return try await organisation.noteOut(taken, out, known)
                }
            }
            guard let post = try await organisation.begin(taken, by: known) else { return .dropped }
            let out = try await network.publish(post) {
                try await organisation.requireStillGoesOut(taken, prepared: $0)
            }
            return try await organisation.noteOut(taken, out, known)
        } catch is NotHeld {
            return .dropped
        } catch let trouble as NetworkTrouble {
            return try await organisation.failed(
                taken, organisation.whatRemains(of: trouble, since: sealed, of: account))
        } catch let missing as MissingPictures {
            return try await organisation.giveUp(taken, why: missing.says)
        }
    }
}
