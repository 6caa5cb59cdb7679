import Foundation
import Governance
import Store

/// How far something came that may not be shown any more, and what became of it.
enum Ending: Sendable {
    /// It was not out yet, and goes out no more.
    case stopped
    /// It is out, and comes down.
    case ordered
    /// It is going out at this moment. Once it is out it is examined again, and ordered down.
    case goingOut
}

extension WriteTransaction {
    /// It was going out when the rest was ended: whoever keeps it takes it down as soon as it is there.
    func lookOnceOut(_ post: Post, why: String) -> TaskChange {
        .open(
            NewTask(
                .lookAtStoppedPost, .post(post.id), for: .user(post.keeper), due: now,
                rule: "It was going out when \(why). Take it down once it is out"))
    }

    /// Nothing of a placement goes out any more, and what is out comes down by a deadline; nil where there is nothing to end.
    ///
    /// - Parameter user: who ordered it; nil: nobody did, a family's answer or another fact does.
    func end(
        _ placement: Placement, why: String, section: String?, deadline: Date, by user: Identifier<User>?
    ) throws -> Recorded<Ending>? {
        // as it stands now: what was done to another of the same post can have stopped it
        let placement = try self.placement(placement.id)
        let post = try post(placement.post)
        switch placement.state {
        case .waiting: return try sendBack(placement, of: post, why: why).map { .stopped }
        case .scheduled, .ready, .sending:
            guard try !isGoingOutNow(placement.id) else { return .unchanged(.goingOut) }
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
}
