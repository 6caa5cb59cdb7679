import Foundation
import Governance
import Platforms
import Store

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
        try await organisation.look(by: .schedule) { tx -> Bool in
            let known = try tx.account(account)
            guard let price = known.network.price else { return false }
            let spending = try tx.spending(on: known.network, at: known.school)
            return spending.refusal(of: price.of(NetworkReads(users: 1)), on: known.network) != nil
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
                && !known.isLongSilent(at: organisation.clock.now)
            guard !isSame else { return try await organisation.database.keep { try $0.noteStanding(of: known) } }
            try await organisation.change(by: .schedule) { tx in
                guard var now = try tx.connection(of: account), now.connectedAt == known.connectedAt else {
                    return .unchanged
                }
                let wasBroken = now.brokenSince != nil || now.isLongSilent(at: tx.now)
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
            guard trouble.breaksConnection || trouble.isLasting else {
                return try await note(silenceOf: sealed?.known, in: organisation)
            }
            try await organisation.change(by: .schedule) { tx in
                guard let broken = try organisation.markBroken(account, trouble, tx) else { return .unchanged }
                return Recorded(broken.event, tasks: broken.tasks)
            }
            try await organisation.noteDue()
        }
    }

    /// What may pass by itself is waited for; after a day somebody is told.
    private func note(silenceOf known: Connection?, in organisation: Organisation) async throws {
        guard let known, known.brokenSince == nil,
            let since = try await organisation.database.keep({ try $0.noteSilence(of: known) }),
            since <= organisation.clock.now - Connection.silence
        else { return }
        try await organisation.change(by: .schedule) { tx in
            guard let now = try tx.connection(of: known.account),
                let warning = try organisation.warn(ofSilence: now, tx)
            else { return .unchanged }
            return Recorded(warning.event, tasks: warning.tasks)
        }
        try await organisation.noteDue()
    }
}

extension Connection {
    /// Whether somebody was asked to look at it, because it has given no answer for long.
    fileprivate func isLongSilent(at now: Date) -> Bool {
        silentSince.map { $0 <= now - Self.silence } ?? false
    }
}

extension NetworkTrouble {
    /// At a look, what no program can do there any more stays so until a person does something.
    fileprivate var isLasting: Bool {
        if case .cannot = self { true } else { false }
    }
}
