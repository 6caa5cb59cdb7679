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
                return try await correct(taken, known, network, in: organisation)
            }
            if taken.dispatch.state == .begun || taken.dispatch.mayBeOut {
                let post = try await organisation.outgoing(taken)?.post
                if let post, let out = try await network.find(post) {
                    return try await organisation.noteOut(taken, out, known)
                }
            }
            guard let post = try await organisation.begin(taken, by: known) else { return .dropped }
            let out = try await network.publish(post) { prepared in
                let until = organisation.clock.now + Dispatch.lease
                let isHeld = try await organisation.database.keep {
                    try $0.hold(taken, until: until, prepared: prepared)
                }
                guard isHeld else { throw NotHeld() }
                guard try await organisation.mayStillGoOut(taken) else { throw NotHeld() }
            }
            return try await organisation.noteOut(taken, out, known)
        } catch is NotHeld {
            return .dropped
        } catch NetworkTrouble.permissionEnded {
            // another used the permission at the same time and had a new one for it: with that it goes on
            let isRenewed = try await organisation.isRenewed(since: sealed, of: account)
            return try await organisation.failed(taken, isRenewed ? .unreachable : .permissionEnded)
        } catch let trouble as NetworkTrouble {
            return try await organisation.failed(taken, trouble)
        } catch let missing as MissingPictures {
            return try await organisation.giveUp(taken, why: missing.says)
        }
    }

    /// Puts the corrected words in the place of those that are out. Done twice it is the same, so nothing is looked for.
    private func correct(
        _ taken: TakenDispatch, _ known: Connection, _ network: any NetworkConnection, in organisation: Organisation
    ) async throws -> Outcome {
        guard let post = try await organisation.begin(taken, by: known) else { return .dropped }
        guard let out = try await organisation.corrected(taken, known) else {
            return try await organisation.giveUp(taken, why: "The account is connected as another now")
        }
        guard try await organisation.changesOnlyWhatCanBe(taken) else {
            return try await organisation.giveUp(
                taken, why: "Descriptions and links of what is out cannot be changed there by a program")
        }
        try await network.edit(out.id, to: post)
        return try await organisation.noteOut(taken, out, known)
    }
}

/// The attempt took longer than its lease, and another run has the work now: nothing may go out by this one any more.
private struct NotHeld: Error {}

/// A post has pictures, and they cannot be had in the form in which they go out.
struct MissingPictures: Error {
    var says = "Its pictures cannot be sent by the program"
}

extension Organisation {
    /// What goes out, as it was frozen, without its pictures; nil when the work is not held any more.
    fileprivate func outgoing(_ taken: TakenDispatch) async throws -> (placement: Placement, post: OutgoingPost)? {
        try await change(by: .schedule) { tx -> Recorded<(placement: Placement, post: OutgoingPost)?> in
            guard let dispatch = try tx.held(taken) else { return .unchanged(nil) }
            return .unchanged(try prepared(dispatch, tx))
        }
    }

    func prepared(
        _ dispatch: Dispatch, _ tx: WriteTransaction
    ) throws -> (placement: Placement, post: OutgoingPost) {
        let placement = try tx.placement(dispatch.placement)
        let account = try tx.officialAccount(dispatch.account)
        let began = dispatch.begunAt ?? tx.now
        let closes = try accountTerms(at: account.account.school, tx).closesReplies(on: account)
        return (
            placement,
            OutgoingPost(
                key: placement.id.text, text: placement.draft.text, links: placement.draft.links,
                closesReplies: closes, startedAt: began,
                others: try tx.networkIDs(on: account.id, since: began - 86_400), prepared: dispatch.prepared)
        )
    }

    /// Whether it takes the place of what is out.
    fileprivate func corrects(_ taken: TakenDispatch) async throws -> Bool {
        try await change(by: .schedule) { tx in
            .unchanged(try tx.placement(taken.dispatch.placement).corrects != nil)
        }
    }

    /// Mastodon alone lets descriptions be changed; a link is part of the words there and on a website.
    fileprivate func changesOnlyWhatCanBe(_ taken: TakenDispatch) async throws -> Bool {
        try await change(by: .schedule) { tx in
            let new = try tx.placement(taken.dispatch.placement)
            let network = new.account.network
            guard network != .mastodon, let old = try new.corrects.map({ try tx.placement($0) }) else {
                return .unchanged(true)
            }
            return .unchanged(
                old.draft.media.map(\.alt) == new.draft.media.map(\.alt)
                    && (network == .website || old.draft.links == new.draft.links))
        }
    }

    /// What it takes the place of, as the network knows it; nil when that went out by another connection.
    fileprivate func corrected(_ taken: TakenDispatch, _ connection: Connection) async throws -> Published? {
        try await change(by: .schedule) { tx -> Recorded<Published?> in
            guard let old = try tx.placement(taken.dispatch.placement).corrects,
                let id = try tx.networkID(of: old, by: connection)
            else { return .unchanged(nil) }
            return .unchanged(Published(id: id, address: try tx.proof(of: old)?.address ?? "", repliesAreClosed: true))
        }
    }

    /// The door's last word: pictures can take minutes to send, and a parent's no in those minutes counts. What may not go out
    /// any more is left as it is, and stopped by the next run, which finds that it is not out.
    fileprivate func mayStillGoOut(_ taken: TakenDispatch) async throws -> Bool {
        try await change(by: .schedule) { tx -> Recorded<Bool> in
            let placement = try tx.placement(taken.dispatch.placement)
            guard placement.account.state == .open, try tx.pauses(at: placement.account.school).isEmpty,
                case .admitted = try admission(of: placement, on: tx.now, tx)
            else { return .unchanged(false) }
            return .unchanged(true)
        }
    }

    /// Examines it once more and notes that an attempt begins; nil where it is not to go out now.
    fileprivate func begin(_ taken: TakenDispatch, by connection: Connection) async throws -> OutgoingPost? {
        // before the attempt is noted, so that what cannot be sent is none
        guard let ready = try await outgoing(taken) else { return nil }
        let pictures = try await KeptPictures(of: ready.placement, for: connection, in: self).all()
        let began = try await change(by: .schedule) { tx -> Recorded<OutgoingPost?> in
            guard var dispatch = try tx.held(taken) else { return .unchanged(nil) }
            let placement = try tx.placement(dispatch.placement)
            let post = try tx.post(placement.post)
            // looked for and not found: it is not out
            dispatch.mayBeOut = false
            dispatch.state = .waiting
            let stopped = { (why: String) -> Recorded<OutgoingPost?> in
                try tx.write(dispatch, isReleased: true)
                return try tx.stop(placement, of: post, why: why).map { nil }
            }
            guard placement.account.state == .open else {
                return try stopped("The account was closed before it went out")
            }
            do { _ = try tx.corrected(by: placement) } catch ActionError.conflict(let why) { return try stopped(why) }
            if let pause = try tx.pauses(at: placement.account.school).first {
                return try stopped("Publishing was paused before it went out: \(pause.reason)")
            }
            switch try admission(of: placement, on: tx.now, tx) {
            case .refused(let refusal):
                try tx.write(dispatch, isReleased: true)
                return try tx.stop(placement, of: post, refusal, stage: "published").map { nil }
            case .admitted(let leave):
                try tx.noteAttempt(placement, leave: leave)
                dispatch.state = .begun
                dispatch.attempts += 1
                dispatch.begunAt = dispatch.begunAt ?? tx.now
                try tx.write(dispatch, isReleased: false)
                var outgoing = try prepared(dispatch, tx).post
                outgoing.pictures = pictures
                return Recorded(
                    outgoing,
                    Event(
                        .attemptBegun, .post(post.id),
                        after: ["placement": .text(placement.id.text), "attempt": .number(dispatch.attempts)],
                        decision: leave.decision))
            }
        }
        try await noteDue()
        return began
    }

    /// It is out: the network says so.
    fileprivate func noteOut(
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
    fileprivate func failed(_ taken: TakenDispatch, _ trouble: NetworkTrouble) async throws -> SendPost.Outcome {
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

    fileprivate func giveUp(_ taken: TakenDispatch, why: String) async throws -> SendPost.Outcome {
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
