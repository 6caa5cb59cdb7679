import Foundation
import Governance
import Store

/// How far something came that may not be shown any more, and what became of it.
enum Ending: Sendable {
    /// It was not out yet, and goes out no more.
    case stopped
    /// It is out, and comes down.
    case ordered
    /// It is going out at this moment, or may be out. As soon as that is known it comes down by this order, or is stopped.
    case goingOut
}

extension WriteTransaction {
    /// Nothing of a placement goes out any more, and what is out comes down by a deadline; nil where there is nothing to end.
    ///
    /// - Parameters:
    ///   - user: who ordered it; nil: nobody did, a family's answer or another fact does.
    ///   - isAskedAnew: once it is out, the door or its pictures say the same again, unless that has passed meanwhile; so
    ///     no order is kept for what is going out.
    func end(
        _ placement: Placement, why: String, section: String?, deadline: Date, by user: Identifier<User>?,
        isAskedAnew: Bool = false
    ) throws -> Recorded<Ending>? {
        // as it stands now: what was done to another of the same post can have stopped it
        let placement = try self.placement(placement.id)
        let post = try post(placement.post)
        switch placement.state {
        case .waiting: return try sendBack(placement, of: post, why: why).map { .stopped }
        case .scheduled, .ready, .sending:
            guard try !isGoingOutNow(placement.id) else {
                guard !isAskedAnew else { return .unchanged(.goingOut) }
                let order = TakedownOrder(reason: why, section: section, deadline: deadline, by: user)
                return try keep(order, onceOut: placement, of: post)
            }
            return try stop(placement, of: post, why: why).map { .stopped }
        case .published:
            return try order(placement, of: post, reason: why, section: section, deadline: deadline, by: user)
                .map { .ordered }
        case .ordered:
            let hastened = try hasten(
                placement, of: post, reason: why, section: section, deadline: deadline, by: user)
            return hastened.events.isEmpty ? nil : hastened.map { .ordered }
        default: return nil
        }
    }

    /// Nobody can say yet whether it is out, so the order waits until somebody can; whoever keeps the post looks by its
    /// time, if the program could not. An earlier time that stands already stays.
    private func keep(
        _ order: TakedownOrder, onceOut placement: Placement, of post: Post
    ) throws -> Recorded<Ending> {
        if let known = try orderOnceOut(of: placement.id), known.deadline <= order.deadline {
            return .unchanged(.goingOut)
        }
        try keep(order, onceOut: placement.id)
        let rule = "It was ordered down while it was going out. See that it is stopped, or comes down"
        return Recorded(
            .goingOut,
            Event(
                .takedownOrdered, .post(post.id),
                after: [
                    "placement": .text(placement.id.text), "account": .text(placement.account.name),
                    "deadline": RecordValue(order.deadline), "section": RecordValue(order.section),
                    "once-out": .flag(true),
                ], why: order.reason),
            tasks: [
                .open(
                    NewTask(
                        .lookAtStoppedPost, .post(post.id), for: .user(post.keeper), due: time(of: order), rule: rule))
            ],
            notices: post.keeper == order.by
                ? []
                : [
                    NewNotice(
                        to: post.keeper, .postChanged, .post(post.id),
                        says: "Your post comes down as soon as it is out: \(order.reason)")
                ])
    }

    /// By when what was ordered while it was going out is to be down: whoever takes it down has an hour at least from when it
    /// is known to be out, which is ours.
    func time(of order: TakedownOrder) -> Date { max(order.deadline, now + 3_600) }
}
