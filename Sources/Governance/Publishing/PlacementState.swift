/// Where one placement of a post stands. Each is a row with who, when and why; the last one counts.
package enum PlacementState: String, Sendable, Codable, CaseIterable {
    /// Sent, and waits for an approver.
    case waiting
    /// Given back to the author with notes.
    case returned
    /// Nobody decided before its time.
    case expired
    /// Taken back by its author or whoever runs the place.
    case withdrawn
    /// A later revision takes its place.
    case superseded
    /// Approved, and waits for its time.
    case scheduled
    /// Examined at its time, and something had changed.
    case stopped
    /// Its time has come: a person publishes it and brings proof.
    case ready
    /// Its time has come: it goes out by itself.
    case sending
    case published
    /// Someone ordered that it come down.
    case ordered
    case takenDown = "taken-down"

    package var title: String {
        switch self {
        case .waiting: "Waiting for approval"
        case .returned: "Returned"
        case .expired: "Expired"
        case .withdrawn: "Withdrawn"
        case .superseded: "Replaced by a later revision"
        case .scheduled: "Scheduled"
        case .stopped: "Stopped"
        case .ready: "Ready to publish by hand"
        case .sending: "Going out"
        case .published: "Published"
        case .ordered: "To be taken down"
        case .takenDown: "Taken down"
        }
    }

    /// Which states may follow; everything else is refused as a conflict.
    package var next: Set<PlacementState> {
        switch self {
        case .waiting: [.scheduled, .returned, .expired, .withdrawn, .superseded]
        case .returned, .expired: [.superseded, .withdrawn]
        // somebody had the words already, and put them there
        case .stopped: [.superseded, .withdrawn, .published]
        case .scheduled: [.ready, .sending, .stopped, .withdrawn, .superseded]
        case .sending: [.published, .ready, .stopped, .withdrawn, .superseded]
        case .ready: [.published, .stopped, .withdrawn, .superseded]
        case .published: [.ordered, .takenDown, .superseded]
        case .ordered: [.takenDown]
        case .withdrawn, .superseded: [.published]
        case .takenDown: []
        }
    }

    /// Nothing of it goes out any more.
    package var isSettledForGood: Bool { [.withdrawn, .superseded, .takenDown].contains(self) }
    /// Those on their way: sent for approval, or approved and not out yet.
    package static let underway: Set<PlacementState> = [.waiting, .scheduled, .sending, .ready]
    /// Whether it is one of `underway`.
    package var isUnderway: Bool { Self.underway.contains(self) }
    /// Still to go out, or not settled: an edit replaces it.
    package var isOpen: Bool { !isOut && next.contains(.superseded) }
    /// On the network for all to see.
    package var isOut: Bool { self == .published || self == .ordered }
}
