import Foundation
import Governance
import Store

extension Organisation {
    /// Its time has come, and the door lets it through: it goes out by itself where its account is connected, else a person
    /// publishes it. A correction takes the place of what is out, where the network can do so.
    func goOut(
        _ placement: Placement, of post: Post, _ leave: Permit<PublishPost>, _ tx: WriteTransaction
    ) throws -> Recorded<Void> {
        if let why = try tx.heldBack(placement) { return try tx.stop(placement, of: post, why: why) }
        let connection = try tx.connection(of: placement.account.id)
        let replaced = try tx.replaced(by: placement)
        if case .gone(let why) = replaced { return try tx.stop(placement, of: post, why: why) }
        let corrected = try replaced.placement
        guard let connection, connection.capabilities.publishes, connection.brokenSince == nil,
            try corrected.map({
                try connection.capabilities.edits && tx.networkID(of: $0.id, by: connection) != nil
            }) ?? true
        else {
            try tx.makeReady(placement, leave: leave)
            let network = placement.account.network.title
            let rule =
                connection?.trouble.map { "It does not go out by itself. \($0)" }
                ?? (corrected == nil
                    ? "It is time to publish this on \(network)"
                    : "What is out on \(network) is corrected by hand: put these words in the place of those there")
            return Recorded(
                Event(
                    .postReady, .post(post.id),
                    after: ["placement": .text(placement.id.text), "account": .text(placement.account.name)],
                    decision: leave.decision), tasks: try tx.publishByHand(placement, of: post, rule: rule))
        }
        try tx.makeSending(placement, leave: leave)
        try tx.insert(Dispatch(placement: placement.id, account: placement.account.id, nextAt: tx.now))
        return Recorded(
            Event(
                .postQueued, .post(post.id),
                after: ["placement": .text(placement.id.text), "account": .text(placement.account.name)],
                decision: leave.decision))
    }
}

extension WriteTransaction {
    /// To publish it, for whoever keeps the post and those who publish at its school.
    func publishByHand(_ placement: Placement, of post: Post, rule: String) throws -> [TaskChange] {
        try publishers(of: placement, post).map {
            .open(NewTask(.publishByHand, .placement(placement.id), for: $0, due: placement.publishAt, rule: rule))
        }
    }

    /// Whoever keeps the post, and the first role there that publishes, where somebody else holds it.
    func publishers(of placement: Placement, _ post: Post) throws -> [NewTask.Assignee] {
        let school = placement.account.school
        let others = try firstHeldOrNone(PublishingRoles.publishing, at: school)
        var assignees: [NewTask.Assignee] = [.user(post.keeper)]
        if let others, try !holders(of: others, at: school).contains(post.keeper) {
            assignees.append(.role(others, at: school))
        }
        return assignees
    }
}
