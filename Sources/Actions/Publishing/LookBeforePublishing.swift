import Governance
import Store

/// Why a post that waits to be published by hand is not to go out now.
package struct LookBeforePublishing: Sendable {
    package var placement: Identifier<Placement>

    package init(_ placement: Identifier<Placement>) { self.placement = placement }

    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Against {
        try await organisation.look(by: actor) { tx in
            let placement = try tx.placement(placement)
            if let against = try tx.standsAgainst(placement) {
                return Against(says: [against.says + "."], passes: against.passes)
            }
            guard case .refused(let refusal) = try organisation.admission(of: placement, on: tx.now, tx) else {
                return Against(says: [], passes: false)
            }
            return Against(says: refusal.stopping.map(\.says), passes: false)
        }
    }

    /// What speaks against it.
    package struct Against: Sendable, Equatable {
        /// As sentences; empty: nothing does.
        package let says: [String]
        /// It passes, as a pause does or a look at a picture, so that the post is not stopped for it.
        package let passes: Bool
    }
}

extension WriteTransaction {
    /// What keeps a post that waits for its publisher back beside the door, as a sentence without its full stop; nil: nothing.
    func standsAgainst(_ placement: Placement) throws -> (says: String, passes: Bool)? {
        if let order = try orderOnceOut(of: placement.id) { return (order.reason, false) }
        if let why = try heldByPictures(placement) { return (why, try hasAllPictures(placement)) }
        guard placement.account.state == .open else {
            return ("This account is closed, so nothing goes out on it any more", false)
        }
        if case .gone(let why) = try replaced(by: placement) { return (why, false) }
        guard let pause = try pauses(at: placement.account.school).first else { return nil }
        return ("Publishing is paused: \(pause.reason)", true)
    }
}
