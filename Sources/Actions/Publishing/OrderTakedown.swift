import Foundation
import Governance
import Store

/// Orders that a published post come down, with a reason and a deadline (PUB-17).
package struct OrderTakedown: Sendable {
    package var placement: Identifier<Placement>
    package var reason: String
    /// The section of the policy that it rests on, where there is one.
    package var section: String?
    package var deadline: Date
    /// Wherever else the same post is out, it comes down too, and where it is still to go out, it is stopped.
    package var everywhere: Bool

    package init(
        placement: Identifier<Placement>, reason: String, section: String? = nil, deadline: Date,
        everywhere: Bool = false
    ) {
        self.placement = placement
        self.reason = reason
        self.section = section
        self.deadline = deadline
        self.everywhere = everywhere
    }

    /// The latest deadline that a person may set, in seconds from now: ours, no paper names one.
    private static let longest: TimeInterval = 28 * 86_400

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let reason = try required(reason, "reason", "Say why it must come down", most: 500)
        try await organisation.change(by: actor) { tx in
            let placement = try tx.placement(placement)
            let post = try tx.post(placement.post)
            let user = try tx.requireOwnOrRole(
                PublishingRoles.orderingTakedown, of: post, at: placement.account.school,
                "A moderator, a senior leader or the headteacher orders a take-down")
            guard deadline > tx.now else { throw ActionError.invalid("deadline", "Choose a time to come") }
            guard deadline <= tx.now + Self.longest else {
                throw ActionError.invalid(
                    "deadline", "Choose a time within four weeks: what must come down comes down soon")
            }
            if let section {
                let policy = try organisation.policyInForce(at: placement.account.school, on: tx.now, tx)?.policy
                guard policy?.clauses.contains(where: { $0.at == section }) == true else {
                    throw ActionError.invalid("section", "The policy in force has no section \(section)")
                }
            }
            let ordered = try tx.order(
                placement, of: post, reason: reason, section: section, deadline: deadline, by: user)
            guard everywhere else { return ordered }
            let others = try tx.placements(of: post.id).filter {
                $0.id != placement.id && ($0.state == .published || $0.state.isUnderway)
            }
            let ended = try others.filter {
                try tx.ownsOrHolds(PublishingRoles.orderingTakedown, of: post, at: $0.account.school)
            }.compactMap {
                try tx.end($0, why: reason, section: section, deadline: deadline, by: user)
            }
            return Recorded(
                ordered.events[0], and: ordered.events.dropFirst() + ended.flatMap(\.events),
                tasks: ordered.tasks + ended.flatMap(\.tasks),
                notices: ordered.notices + ended.flatMap(\.notices))
        }
        try await organisation.noteDue()
    }
}

extension WriteTransaction {
    /// It comes down, and what was to correct it does not go out any more.
    ///
    /// - Parameter user: nil: no person ordered it; a family's answer did, or what changed while the post went out.
    func order(
        _ placement: Placement, of post: Post, reason: String, section: String?, deadline: Date,
        by user: Identifier<User>?
    ) throws -> Recorded<Void> {
        guard placement.state == .published else {
            throw ActionError.conflict("This post is not out: \(placement.state.title.lowercased())")
        }
        try settle(placement, as: .ordered, why: reason)
        try orderTakedown(of: placement.id, reason: reason, section: section, deadline: deadline, by: user)
        try setDue(.takedown, placement.id.text, at: deadline)
        if let connection = try connection(of: placement.account.id), connection.capabilities.takesDown,
            try networkID(of: placement.id, by: connection) != nil
        {
            try insert(
                Dispatch(placement: placement.id, work: .takeDown, account: placement.account.id, nextAt: now))
        }
        let down = try ordered(placement, of: post, reason: reason, section: section, deadline: deadline, by: user)
        let corrections = try corrections(of: placement).compactMap {
            try end(
                $0, why: "What it was to correct is to come down: \(reason)", section: section, deadline: deadline,
                by: user)
        }
        return Recorded(
            (), down.events[0], and: corrections.flatMap(\.events), tasks: down.tasks + corrections.flatMap(\.tasks),
            notices: down.notices + corrections.flatMap(\.notices))
    }

    /// What is to come down already, at a later time, comes down by this one; nothing changes where its time is earlier.
    func hasten(
        _ placement: Placement, of post: Post, reason: String, section: String?, deadline: Date,
        by user: Identifier<User>?
    ) throws -> Recorded<Void> {
        guard placement.state == .ordered, let takedown = try takedown(of: placement.id),
            takedown.deadline > deadline
        else { return .unchanged }
        try bringForward(takedown, to: deadline)
        try setDue(.takedown, placement.id.text, at: deadline)
        let recorded = try ordered(placement, of: post, reason: reason, section: section, deadline: deadline, by: user)
        return Recorded(
            recorded.events[0], tasks: [.close(.takeDown, .placement(placement.id))] + recorded.tasks,
            notices: recorded.notices)
    }

    private func ordered(
        _ placement: Placement, of post: Post, reason: String, section: String?, deadline: Date,
        by user: Identifier<User>?
    ) throws -> Recorded<Void> {
        let rule = "It was ordered down" + (section.map { " under section \($0)" } ?? "") + ": \(reason)"
        return Recorded(
            Event(
                .takedownOrdered, .post(post.id),
                after: [
                    "placement": .text(placement.id.text), "account": .text(placement.account.name),
                    "deadline": RecordValue(deadline), "section": RecordValue(section),
                ], why: reason),
            tasks: try publishers(of: placement, post).map {
                .open(NewTask(.takeDown, .placement(placement.id), for: $0, due: deadline, rule: rule))
            },
            notices: post.keeper == user
                ? []
                : [NewNotice(to: post.keeper, .postChanged, .post(post.id), says: "Take down your post: \(reason)")])
    }
}
