import Foundation
import Governance
import Platforms
import Store
import Synchronization

/// Follows the links of the post that has waited longest for it, as it was sent, for whoever approves it; false when none
/// waits.
struct FollowDueLinks: Sendable {
    func perform(in organisation: Organisation) async throws -> Bool {
        let lease = organisation.installation.randomness.secret()
        let until = organisation.clock.now + RunDue.lease
        let taken = try await organisation.database.keep {
            try $0.takeDueOutside(lease: lease, until: until)
        }
        guard let taken else { return false }
        let drafts = try await organisation.look(by: .schedule) { tx -> [Draft] in
            try tx.lastPlacements(of: Identifier(taken.subject)).map(\.draft)
        }
        try await FollowLinks(LinksOfPost(drafts).followed).perform(in: organisation)
        try await organisation.database.keep { try $0.clear(taken) }
        return true
    }
}
