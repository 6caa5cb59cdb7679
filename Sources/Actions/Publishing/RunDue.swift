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
                case .placement: try placement(Identifier(item.subject), organisation, tx)
                case .review: try review(Identifier(item.subject), organisation, tx)
                case .takedown: try takedown(Identifier(item.subject), tx)
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
                case .groupCheck: try organisation.groupCheckDue(item, tx)
                default: .unchanged
                }
            return recorded
        }
        try await organisation.database.keep { try $0.clear(item) }
        try await organisation.noteDue()
    }

    private func placement(
        _ id: Identifier<Placement>, _ organisation: Organisation, _ tx: WriteTransaction
    ) throws -> Recorded<Void> {
        let placement = try tx.placement(id)
        let post = try tx.post(placement.post)
        switch placement.state {
        case .waiting: return try expire(placement, of: post, tx)
        case .scheduled:
            if placement.account.state == .closed {
                return try tx.stop(placement, of: post, why: "The account was closed before its time")
            }
            if let pause = try tx.pauses(at: placement.account.school).first {
                return try tx.stop(
                    placement, of: post, why: "Its time came while publishing was paused: \(pause.reason)")
            }
            switch try organisation.admission(of: placement, tx) {
            case .refused(let refusal): return try tx.stop(placement, of: post, refusal, stage: "due")
            case .admitted(let leave): return try organisation.goOut(placement, of: post, leave, tx)
            }
        default: return .unchanged
        }
    }

    private func expire(_ placement: Placement, of post: Post, _ tx: WriteTransaction) throws -> Recorded<Void> {
        try tx.settle(placement, as: .expired, why: "Nobody decided before its time")
        let waiting = try tx.placements(of: post.id, in: [.waiting])
        return Recorded(
            Event(
                .approvalExpired, .post(post.id),
                after: ["placement": .text(placement.id.text), "account": .text(placement.account.name)]),
            tasks: (waiting.isEmpty ? closing([placement], of: post.id) : [])
                + [.change(post, "Nobody decided before its time: choose another, or withdraw it")],
            notices: [
                NewNotice(
                    to: post.author, .postDecided, .post(post.id), says: "Nobody decided on your post before its time")
            ])
    }

    private func review(
        _ id: Identifier<Placement>, _ organisation: Organisation, _ tx: WriteTransaction
    ) throws -> Recorded<Void> {
        let placement = try tx.placement(id)
        guard placement.state.isOut, try tx.openReview(of: id) == nil else { return .unchanged }
        let post = try tx.post(placement.post)
        let reckoned = try tx.within(7, at: placement.account.school)
        try tx.askReview(of: id, dueAt: reckoned.due)
        let rule = try organisation.reviewRule(at: placement.account.school, tx)
        return Recorded(
            Event(
                .reviewAsked, .post(post.id),
                after: [
                    "placement": .text(id.text), "keeper": .text(post.keeper.text), "due": RecordValue(reckoned.due),
                ]),
            tasks: [
                .open(
                    NewTask(
                        .reviewPost, .placement(id), for: .user(post.keeper), within: reckoned,
                        rule: rule))
            ])
    }

    private func takedown(_ id: Identifier<Placement>, _ tx: WriteTransaction) throws -> Recorded<Void> {
        let placement = try tx.placement(id)
        guard placement.state == .ordered, let takedown = try tx.takedown(of: id), takedown.overdueAt == nil else {
            return .unchanged
        }
        let post = try tx.post(placement.post)
        try tx.markOverdue(takedown)
        let school = placement.account.school
        let chasers: [Role] = [.slt, .headteacher, .trustMarketing, .trustCEO]
        let chaser = try chasers.first { try !tx.holders(of: $0, at: school).isEmpty } ?? .headteacher
        let says = "A post on \(placement.account.name) is still up, past the time by which it was to come down"
        return Recorded(
            Event(
                .takedownOverdue, .post(post.id),
                after: ["placement": .text(id.text), "account": .text(placement.account.name)], why: takedown.reason),
            tasks: [
                .open(
                    NewTask(
                        .chaseTakedown, .placement(id), for: .role(chaser, at: school),
                        rule: "An order to take down was not followed in time", hiddenFrom: [post.keeper]))
            ], notices: [NewNotice(to: takedown.by ?? post.keeper, .postChanged, .post(post.id), says: says)])
    }
}
