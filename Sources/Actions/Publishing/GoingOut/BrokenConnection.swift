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
        let terms = try accountTerms(at: official.account.school, tx)
        let role = try tx.firstHeld(terms.custodians + [.administrator], at: official.account.school)
        var assignees: [NewTask.Assignee] = [.role(role, at: official.account.school)]
        if let lead = official.lead?.user { assignees.append(.user(lead)) }
        let due = try min(tx.nextPost(on: account) ?? .distantFuture, tx.now + 7 * 86_400)
        let rule =
            "“\(official.account.name)” is not connected to \(official.account.network.title) any more. \(trouble.says)"
        return (
            Event(
                .connectionBroken, .account(account), after: ["server": .text(connection.server)], why: trouble.says),
            assignees.map {
                .open(NewTask(.reconnectAccount, .account(account), for: $0, due: max(due, tx.now), rule: rule))
            }
        )
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
        try await check(account, in: organisation)
        return true
    }

    /// At once, as somebody asks for it.
    package func check(_ account: Identifier<PostingAccount>, in organisation: Organisation) async throws {
        do {
            guard let (known, network) = try await organisation.networkConnection(of: account) else { return }
            let report = try await network.check()
            let isSame =
                known.brokenSince == nil && known.identity == report.identity
                && known.capabilities == report.capabilities
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
                try tx.noteCheck(of: now)
                return Recorded(
                    Event(
                        wasBroken ? .connectionMended : .connectionChanged, .account(account),
                        after: [
                            "identity": .text(now.identity),
                            "capabilities": try RecordValue(encoding: now.capabilities),
                        ]),
                    tasks: wasBroken ? [.close(.reconnectAccount, .account(account))] : [])
            }
        } catch let trouble as NetworkTrouble {
            guard trouble.breaksConnection else { return }
            try await organisation.change(by: .schedule) { tx in
                guard let broken = try organisation.markBroken(account, trouble, tx) else { return .unchanged }
                return Recorded(broken.event, tasks: broken.tasks)
            }
            try await organisation.noteDue()
        }
    }
}
