import Foundation
import Governance
import Store

/// Takes a list of accounts that exist already: each becomes a legacy one with the task to bring it into order (ACC-05).
/// Tried first; a list with a fault is not taken at all, and the same list again changes nothing.
package struct ImportAccounts: Sendable {
    package var bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// What the list would do.
    package struct Trial: Sendable, Equatable {
        package var new: [ListedAccount]
        /// On the register already, and left as they are there.
        package var known: [ListedAccount]
        package var faults: [ListFault]
        package var unread: [String]
    }

    package func trial(in organisation: Organisation, by actor: Actor) async throws -> Trial {
        try await organisation.change(by: actor) { tx in .unchanged(try read(tx)) }
    }

    /// - Returns: how many came onto the register.
    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Int {
        try await organisation.change(by: actor) { tx in
            let trial = try read(tx)
            guard trial.faults.isEmpty else {
                throw ActionError.conflict("The list has faults, so nothing of it was taken. Try it again")
            }
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

    private func read(_ tx: WriteTransaction) throws -> Trial {
        guard bytes.count <= AccountList.largest else {
            throw ActionError.invalid("file", "The file is too large for a list of accounts")
        }
        let authority = try tx.authority()
        let schools = try tx.schools().filter { authority.holds(any: PublishingRoles.keepingAccounts, at: $0.id) }
        guard !schools.isEmpty else {
            throw ActionError.notPermitted("A senior leader or an administrator keeps the register of accounts")
        }
        let list = AccountList(bytes, schools: schools, users: try tx.users().filter { $0.endedAt == nil })
        let isKnown = { (listed: ListedAccount) in
            try tx.isTaken(listed.handle, on: listed.network, by: Identifier(""))
        }
        return Trial(
            new: try list.accounts.filter { try !isKnown($0) }, known: try list.accounts.filter(isKnown),
            faults: list.faults.sorted { $0.line < $1.line }, unread: list.unread)
    }

    private func add(
        _ listed: ListedAccount, _ organisation: Organisation, _ tx: WriteTransaction
    ) throws -> (Event, TaskChange) {
        let account = PostingAccount(
            id: tx.identifier(), school: listed.school, name: listed.name, network: listed.network,
            handle: listed.handle, type: listed.type)
        try tx.insert(account)
        var details = AccountDetails()
        details.purpose = listed.purpose.isEmpty ? nil : listed.purpose
        try tx.write(details, of: account.id)
        if let lead = listed.lead {
            let user = try tx.user(lead)
            try tx.write(
                [AccountOperator(user: lead, name: user.name, kind: user.kind, isLead: true)], of: account.id)
        }
        let task = try organisation.orderingTask(tx.officialAccount(account.id), tx)
        return (Event(.accountAdded, .account(account.id), after: try RecordValue(encoding: account)), task)
    }
}
