import Foundation
import Governance
import Store

/// Does the one thing that has been due longest; false when nothing is due. Taken under a lease: a run that dies
/// half-way has changed nothing, and the next run takes the same thing when the lease has run out. What waits for servers
/// elsewhere is not among it: see `NetworkWork`.
package struct RunDue: Sendable {
    /// How long a run may take.
    package static let lease: TimeInterval = 120

    package init() {}

    @discardableResult
    package func perform(in organisation: Organisation) async throws -> Bool {
        guard let item = try await take(in: organisation) else { return false }
        try await finish(item, in: organisation)
        return true
    }

    /// The first half: says who is at work.
    package func take(in organisation: Organisation) async throws -> DueItem? {
        let lease = organisation.installation.randomness.secret()
        let until = organisation.clock.now + Self.lease
        return try await organisation.database.keep { try $0.takeDue(lease: lease, until: until) }
    }

    /// The second half: does what the state asks for, in one transaction; done twice, it changes nothing the second time.
    package func finish(_ item: DueItem, in organisation: Organisation) async throws {
        if item.kind == .importForgotten {
            try organisation.installation.importDesk.forget(item.subject, in: organisation)
        }
        switch item.kind {
        case .familiesToAsk: try await AskFamilies().perform(in: organisation)
        case .linkWished: try await GrantLinkWish(id: item.subject).perform(in: organisation)
        case .erasePictures: try await organisation.tidyPictures()
        default: break
        }
        try await organisation.change(by: .schedule) { tx in
            guard try tx.holds(item) else { return .unchanged }
            let recorded: Recorded<Void> =
                switch item.kind {
                case .placement: try organisation.placementDue(Identifier(item.subject), tx)
                case .review: try organisation.reviewDue(Identifier(item.subject), tx)
                case .takedown: try tx.takedownDue(Identifier(item.subject))
                case .grantEnds: try organisation.roleRanOut(item, tx)
                case .grantBegins: try organisation.roleBegan(item, tx)
                case .policyBegins: try organisation.policyBegan(item, tx)
                case .trainingEnds, .schoolYearBegins, .editionBegins:
                    try tx.askOfTraining(item, organisation.installation.policies)
                case .sessionOver: try tx.askWhetherHeld(item)
                case .authorityEnds: try organisation.authorityDue(item, tx)
                case .accountLegacy, .accountReview, .accountPassword: try organisation.accountDue(item, tx)
                case .loginLook: try tx.lookLapsed(item)
                case .onePersonRequest: try tx.onePersonLapsed(item)
                case .loginDestruction: try tx.loginDestruction(item)
                case .consentEnds: try organisation.consentDue(item, tx)
                case .neverSettles: try organisation.neverDue(Identifier(item.subject), tx)
                case .groupCheck: try organisation.groupCheckDue(item, tx)
                default: .unchanged
                }
            return recorded
        }
        try await organisation.database.keep { try $0.clear(item) }
        try await organisation.noteDue()
    }
}
