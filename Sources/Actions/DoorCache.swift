import Governance
import Synchronization

/// Doors of one kind of act by the digest of their policy's bytes.
final class DoorCache<Subject: Act>: Sendable {
    private let catalogue: [ControlEntry<Subject>]
    private let ours: [OursRule]
    private let most = 200
    private let ready = Mutex<[String: Door<Subject>]>([:])

    init(_ catalogue: [ControlEntry<Subject>], ours: [OursRule]) {
        self.catalogue = catalogue
        self.ours = ours
    }

    func door(_ policy: PolicyInForce) -> Door<Subject> {
        let words = policy.version.words
        if let door = ready.withLock({ $0[words.digest] }) { return door }
        let door = Door(
            Rulebook(policy.policy, catalogue: catalogue, ours: ours), policy: words,
            controlsRevision: controlsRevision)
        ready.withLock { ready in
            if ready.count >= most { ready.removeAll() }
            ready[words.digest] = door
        }
        return door
    }
}
