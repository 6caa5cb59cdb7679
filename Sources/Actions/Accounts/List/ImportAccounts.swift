import Crypto
import Foundation
import Governance
import Store

/// Takes a list of accounts that exist already: each becomes a legacy one with the task to bring it into order (ACC-05).
/// Tried first; a list with a fault is not taken at all, and the same list again changes nothing. What was shown is what is
/// brought in.
package struct ImportAccounts: Sendable {
    package var bytes: [UInt8]
    /// The mark of the trial that was shown; nil: it was not shown to anybody.
    package var shown: String?

    package init(_ bytes: [UInt8], shown: String? = nil) {
        self.bytes = bytes
        self.shown = shown
    }

    /// What the list would do.
    package struct Trial: Sendable, Equatable {
        package var new: [ListedAccount]
        /// On the register already, and left as they are there.
        package var known: [ListedAccount]
        package var faults: [ListFault]
        package var unread: [String]

        /// By which this trial is told from another of the same list.
        package var mark: String {
            var digest = SHA256()
            for (isNew, listed) in new.map({ (true, $0) }) + known.map({ (false, $0) }) {
                let words = [
                    "\(isNew)", "\(listed.line)", listed.network.rawValue, listed.handle, listed.name,
                    "\(listed.details)",
                    listed.type.rawValue, listed.school.text, listed.lead?.text ?? "",
                    listed.others.map(\.text).joined(separator: " "),
                ]
                for word in words { digest.update(data: Data((word + "\u{0}").utf8)) }
            }
            return digest.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        }
    }

    package func trial(in organisation: Organisation, by actor: Actor) async throws -> Trial {
        try read(await organisation.database.accountListFacts(for: actor))
    }

    /// - Returns: how many came onto the register.
    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Int {
        let facts = try await organisation.database.accountListFacts(for: actor)
        let trial = try read(facts)
        guard shown == nil || shown == trial.mark else { throw Self.changed }
        guard trial.faults.isEmpty else {
            throw ActionError.conflict("The list has faults, so nothing of it was taken. Mend it, and try it again")
        }
        return try await organisation.change(by: actor) { tx in
            guard try tx.accountListFacts() == facts else { throw Self.changed }
            var events: [Event] = []
            var tasks: [TaskChange] = []
            for listed in trial.new {
                let (event, task) = try add(listed, organisation, tx)
                events.append(event)
                tasks.append(task)
            }
            guard let first = events.first else { return .unchanged(0) }
            return Recorded(events.count, first, and: Array(events.dropFirst()), tasks: tasks)
        }
    }

    private static let changed = ActionError.conflict(
        "The register, or who can be named, has changed since this was shown, so nothing was taken. Look at it again")

    private func read(_ facts: AccountListFacts) throws -> Trial {
        guard bytes.count <= AccountList.largest else {
            throw ActionError.invalid("file", "The file is too large for a list of accounts")
        }
        guard !facts.schools.isEmpty else {
            throw ActionError.notPermitted("A senior leader or an administrator keeps the register of accounts")
        }
        let list = AccountList(bytes, schools: facts.schools, users: facts.users)
        let isKnown = { (listed: ListedAccount) in
            facts.known.contains(AccountHandle(listed.handle, on: listed.network))
        }
        return Trial(
            new: list.accounts.filter { !isKnown($0) }, known: list.accounts.filter(isKnown),
            faults: list.faults.sorted { $0.line < $1.line }, unread: list.unread)
    }

    private func add(
        _ listed: ListedAccount, _ organisation: Organisation, _ tx: WriteTransaction
    ) throws -> (Event, TaskChange) {
        let account = PostingAccount(
            id: tx.identifier(), school: listed.school, name: listed.name, network: listed.network,
            handle: listed.handle, type: listed.type)
        try tx.insert(account)
        try tx.write(listed.details, of: account.id)
        let running = [listed.lead].compactMap(\.self) + listed.others
        try tx.write(
            running.map { id in
                let user = try tx.user(id)
                return AccountOperator(user: id, name: user.name, kind: user.kind, isLead: id == listed.lead)
            }, of: account.id)
        let task = TaskChange.open(try organisation.orderingTask(tx.officialAccount(account.id), tx))
        var after = try RecordValue(encoding: account)
        if case .fields(var fields) = after {
            fields["lead"] = RecordValue(listed.lead?.text)
            fields["operators"] = .list(running.map { .text($0.text) })
            fields["purpose"] = RecordValue(listed.details.purpose)
            fields["details"] = try RecordValue(encoding: listed.details)
            after = .fields(fields)
        }
        return (Event(.accountAdded, .account(account.id), after: after), task)
    }
}
