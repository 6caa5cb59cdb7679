import Foundation
import Governance
import Platforms
import Store

extension Organisation {
    /// Nothing goes out by this connection until somebody has mended it: those who may are asked, before the next post on it
    /// is due. Nil when that is known already.
    func markBroken(
        _ account: Identifier<PostingAccount>, _ trouble: NetworkTrouble, _ tx: WriteTransaction
    ) throws -> (event: Event, tasks: [TaskChange])? {
        guard var connection = try tx.connection(of: account), connection.brokenSince == nil else { return nil }
        connection.brokenSince = tx.now
        connection.trouble = trouble.says
        connection.checkedAt = tx.now
        try tx.noteCheck(of: connection)
        let official = try tx.officialAccount(account)
        let rule =
            "“\(official.account.name)” is not connected to \(official.account.network.title) any more. \(trouble.says)"
        return (
            Event(
                .connectionBroken, .account(account), after: ["server": .text(connection.server)], why: trouble.says),
            try renewing(official, within: 7 * 86_400, rule: rule, tx)
        )
    }

    /// The permission runs out soon, and whoever can renew it is asked to, before it does and before the next post is due.
    /// Empty while it lasts, and where they were asked already: then only an earlier post moves it.
    func warn(ofEnd connection: Connection, _ tx: WriteTransaction) throws -> [TaskChange] {
        guard let ends = connection.endsAt, connection.brokenSince == nil, ends < tx.now + Connection.warning else {
            return []
        }
        let official = try tx.officialAccount(connection.account)
        let day = Day(of: ends)
        let rule =
            "The permission by which “\(official.account.name)” goes out on \(official.account.network.title) runs out on "
            + "\(day.inWords). Connect it again before"
        return try renewing(official, within: ends.timeIntervalSince(tx.now), rule: rule, tx)
    }

    /// For those who may renew it, before the next post is due. Nobody is asked for one outside the policy, on which nothing
    /// goes out.
    private func renewing(
        _ official: OfficialAccount, within seconds: TimeInterval, rule: String, _ tx: WriteTransaction
    ) throws -> [TaskChange] {
        let account = official.account
        let terms = try accountTerms(at: account.school, tx)
        guard terms.names(account.network) else { return [] }
        let role = try tx.firstHeld(terms.custodians + [.administrator], at: account.school)
        var assignees: [NewTask.Assignee] = [.role(role, at: account.school)]
        if let lead = official.lead?.user { assignees.append(.user(lead)) }
        let due = try min(tx.nextPost(on: account.id) ?? .distantFuture, tx.now + max(0, seconds))
        return assignees.map {
            .open(NewTask(.reconnectAccount, .account(account.id), for: $0, due: max(due, tx.now), rule: rule))
        }
    }
}

/// Asks the one connection that has waited longest whether it still stands; false when none is due.
package struct CheckConnection: Sendable {
    /// When there was no answer it is asked again after so long, in seconds.
    static let again: TimeInterval = 3_600

    package init() {}

    @discardableResult
    package func perform(in organisation: Organisation) async throws -> Bool {
        let again = organisation.clock.now + Self.again
        guard let account = try await organisation.database.keep({ try $0.takeConnectionCheck(until: again) }) else {
            return false
        }
        guard try await !isTooDear(account, in: organisation) else { return true }
        try await check(account, in: organisation)
        try await CompareFollowing(account).daily(in: organisation)
        return true
    }

    /// Whether the look itself would go past what the school has set for the month.
    private func isTooDear(_ account: Identifier<PostingAccount>, in organisation: Organisation) async throws -> Bool {
        try await organisation.change(by: .schedule) { tx -> Recorded<Bool> in
            let known = try tx.account(account)
            guard let price = known.network.price else { return .unchanged(false) }
            let spending = try tx.spending(on: known.network, at: known.school)
            return .unchanged(spending.refusal(of: price.of(NetworkReads(users: 1)), on: known.network) != nil)
        }
    }

    /// At once, as somebody asks for it.
    package func check(_ account: Identifier<PostingAccount>, in organisation: Organisation) async throws {
        let sealed = try await organisation.database.sealedConnection(of: account)
        do {
            guard let (known, network) = try await organisation.networkConnection(of: account) else { return }
            let report = try await network.check()
            // said when it first is so soon
            let endsSoon =
                report.endsAt.map { ends in
                    ends < organisation.clock.now + Connection.warning
                        && (known.endsAt != ends || ends >= known.checkedAt + Connection.warning)
                } ?? false
            let isSame =
                known.brokenSince == nil && known.identity == report.identity
                && known.capabilities == report.capabilities && known.endsAt == report.endsAt && !endsSoon
            guard !isSame else { return try await organisation.database.keep { try $0.noteStanding(of: known) } }
            try await organisation.change(by: .schedule) { tx in
                guard var now = try tx.connection(of: account), now.connectedAt == known.connectedAt else {
                    return .unchanged
                }
                let wasBroken = now.brokenSince != nil
                now.identity = report.identity
                now.capabilities = report.capabilities
                now.checkedAt = tx.now
                now.brokenSince = nil
                now.trouble = nil
                let endMoved = now.endsAt != report.endsAt
                now.endsAt = report.endsAt
                try tx.noteCheck(of: now)
                let warning = try organisation.warn(ofEnd: now, tx)
                let kind: Event.Kind =
                    wasBroken ? .connectionMended : endsSoon ? .permissionEnding : .connectionChanged
                return Recorded(
                    Event(
                        kind, .account(account),
                        after: [
                            "identity": .text(now.identity),
                            "capabilities": try RecordValue(encoding: now.capabilities),
                            "ends": RecordValue(now.endsAt),
                        ]),
                    tasks: (wasBroken || endMoved ? [.close(.reconnectAccount, .account(account))] : []) + warning)
            }
        } catch let trouble as NetworkTrouble {
            let trouble = try await organisation.whatRemains(of: trouble, since: sealed, of: account)
            guard trouble.breaksConnection else { return }
            try await organisation.change(by: .schedule) { tx in
                guard let broken = try organisation.markBroken(account, trouble, tx) else { return .unchanged }
                return Recorded(broken.event, tasks: broken.tasks)
            }
            try await organisation.noteDue()
        }
    }
}
