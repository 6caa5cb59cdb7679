import Foundation
import Governance
import Platforms
import Store

/// A post has pictures, and they cannot be had in the form in which they go out.
struct MissingPictures: Error {
    var says = "Its pictures cannot be sent by the program"
}

/// The attempt took longer than its lease and another run has the work now, or the door no longer lets it through: nothing
/// may go out by this one any more.
struct NotHeld: Error {}

extension Organisation {
    /// What goes out, as it was frozen, without its pictures; nil when the work is not held any more.
    func outgoing(_ taken: TakenDispatch) async throws -> (placement: Placement, post: OutgoingPost)? {
        try await look(by: .schedule) { tx -> (placement: Placement, post: OutgoingPost)? in
            guard let dispatch = try tx.held(taken) else { return nil }
            return try prepared(dispatch, tx)
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

    /// Asked directly before something goes out or is changed there: this run still has the work, and the door lets it
    /// through. What may not go out any more is left as it is, and stopped by the next run.
    func requireStillGoesOut(_ taken: TakenDispatch, prepared: String?) async throws {
        let until = clock.now + Dispatch.lease
        let isHeld = try await database.keep { try $0.hold(taken, until: until, prepared: prepared) }
        guard isHeld, try await mayStillGoOut(taken) else { throw NotHeld() }
    }

    /// The door's last word: pictures can take minutes to send, and a parent's no in those minutes counts.
    private func mayStillGoOut(_ taken: TakenDispatch) async throws -> Bool {
        try await look(by: .schedule) { tx -> Bool in
            let placement = try tx.placement(taken.dispatch.placement)
            guard placement.account.state == .open, try tx.pauses(at: placement.account.school).isEmpty,
                try tx.heldBack(placement) == nil,
                case .admitted = try admission(of: placement, on: tx.now, tx)
            else { return false }
            return true
        }
    }

    /// Examines it once more and notes that an attempt begins; nil where it is not to go out now.
    func begin(_ taken: TakenDispatch, by connection: Connection) async throws -> OutgoingPost? {
        // before the attempt is noted, so that what cannot be sent is none
        guard let ready = try await outgoing(taken) else { return nil }
        guard try await !stopsWithoutPictures(taken) else { return nil }
        let kept = KeptPictures(of: ready.placement, for: connection, in: self)
        let pictures = ready.placement.corrects == nil ? try await kept.all() : kept.descriptions
        let began = try await change(by: .schedule) { tx -> Recorded<OutgoingPost?> in
            guard var dispatch = try tx.held(taken) else { return .unchanged(nil) }
            let placement = try tx.placement(dispatch.placement)
            let post = try tx.post(placement.post)
            // a correction cannot be looked for; any other was, and not found: it is not out
            let mayBeOut = placement.corrects != nil && (dispatch.state == .begun || dispatch.mayBeOut)
            dispatch.mayBeOut = false
            dispatch.state = .waiting
            let stopped = { (why: String) -> Recorded<OutgoingPost?> in
                try tx.release(dispatch)
                return try tx.stop(placement, of: post, why: why, mayBeOut: mayBeOut).map { nil }
            }
            guard placement.account.state == .open else {
                return try stopped("The account was closed before it went out")
            }
            if let why = try tx.heldBack(placement) { return try stopped(why) }
            if case .gone(let why) = try tx.replaced(by: placement) { return try stopped(why) }
            if let pause = try tx.pauses(at: placement.account.school).first {
                return try stopped("Publishing was paused before it went out: \(pause.reason)")
            }
            if let why = try tx.overspends(placement) {
                return try leaveToAPerson(dispatch, .cannot(why), tx).map { _ in nil }
            }
            switch try admission(of: placement, on: tx.now, tx) {
            case .refused(let refusal):
                try tx.release(dispatch)
                return try tx.stop(placement, of: post, refusal, stage: .published, mayBeOut: mayBeOut).map { nil }
            case .admitted(let leave):
                try tx.noteAttempt(placement, leave: leave)
                dispatch.state = .begun
                dispatch.attempts += 1
                dispatch.begunAt = dispatch.begunAt ?? tx.now
                try tx.write(dispatch)
                var outgoing = try prepared(dispatch, tx).post
                outgoing.pictures = pictures
                return Recorded(
                    outgoing,
                    Event(
                        .attemptBegun, .post(post.id),
                        after: [
                            "placement": .text(placement.id.text), "account": .text(placement.account.name),
                            "attempt": .number(dispatch.attempts),
                        ],
                        decision: leave.decision))
            }
        }
        try await noteDue()
        return began
    }

    static let pictureEnded = "A picture in it was destroyed or locked before it went out"
    static let pictureHeld = "A picture in it looks like one that must not exist, and nobody has looked at it yet"

    /// Stops what waits with a picture that was destroyed, locked or held since: no person is asked to publish it by hand either.
    /// - Returns: whether it was stopped.
    private func stopsWithoutPictures(_ taken: TakenDispatch) async throws -> Bool {
        try await change(by: .schedule) { tx -> Recorded<Bool> in
            guard var dispatch = try tx.held(taken) else { return .unchanged(true) }
            let placement = try tx.placement(dispatch.placement)
            guard let why = try tx.heldBack(placement) else { return .unchanged(false) }
            let mayBeOut = placement.corrects != nil && (dispatch.state == .begun || dispatch.mayBeOut)
            dispatch.mayBeOut = false
            dispatch.state = .waiting
            try tx.release(dispatch)
            return try tx.stop(placement, of: tx.post(placement.post), why: why, mayBeOut: mayBeOut).map { true }
        }
    }
}

extension WriteTransaction {
    /// Why it would cost more than the school has set for the month; nil where it does not.
    fileprivate func overspends(_ placement: Placement) throws -> String? {
        let network = placement.account.network
        guard let price = network.price else { return nil }
        return try spending(on: network, at: placement.account.school)
            .refusal(of: price.of(placement.draft.text, links: placement.draft.links), on: network)
    }

    /// Whether each of its pictures is still there to be seen: none was destroyed, locked or taken out.
    func hasAllPictures(_ placement: Placement) throws -> Bool {
        try pictures(of: placement).allSatisfy { $0.state == .ready }
    }

    /// Why it does not go out, beside what the door says, as a sentence without its full stop: it was ordered down while it
    /// was going out, or its pictures keep it back. Nil: neither.
    func heldBack(_ placement: Placement) throws -> String? {
        try orderOnceOut(of: placement.id)?.reason ?? heldByPictures(placement)
    }

    /// Why its pictures keep it from going out, as a sentence without its full stop; nil: they do not.
    func heldByPictures(_ placement: Placement) throws -> String? {
        let pictures = try pictures(of: placement)
        guard pictures.allSatisfy({ $0.state == .ready }) else { return Organisation.pictureEnded }
        return pictures.contains { $0.isHeld } ? Organisation.pictureHeld : nil
    }

    /// Whether a screenshot may show it: none of its pictures was destroyed or locked, or is held because it looks like one
    /// that was.
    func mayBeShown(_ placement: Placement) throws -> Bool {
        try pictures(of: placement).allSatisfy { $0.mayBeCopied }
    }
}
