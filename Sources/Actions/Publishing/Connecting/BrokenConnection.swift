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

    /// The network has given no answer for a day: somebody looks whether its server is there still, before the next post is
    /// due. Nil while it is shorter, where somebody was asked already, and where it is broken, which says more.
    func warn(ofSilence connection: Connection, _ tx: WriteTransaction) throws -> (event: Event, tasks: [TaskChange])? {
        guard let since = connection.silentSince, since <= tx.now - Connection.silence, connection.brokenSince == nil,
            try !tx.isOpen(.reconnectAccount, .account(connection.account))
        else { return nil }
        let official = try tx.officialAccount(connection.account)
        let rule =
            "The server of “\(official.account.name)” on \(official.account.network.title) has given no answer that can be used since "
            + "\(Day(of: since).inWords). Look whether it is there, or connect the account again"
        let tasks = try renewing(official, within: 86_400, rule: rule, tx)
        guard !tasks.isEmpty else { return nil }
        return (
            Event(
                .connectionSilent, .account(connection.account),
                after: ["server": .text(connection.server), "since": RecordValue(since)]), tasks
        )
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
