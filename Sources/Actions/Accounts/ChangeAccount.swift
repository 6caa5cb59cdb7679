import Governance
import Store

/// Changes an account on the register, or opens it again; closing has a page and proof of its own.
package struct ChangeAccount: Sendable {
    package var account: PostingAccount
    package var why: String?

    package init(account: PostingAccount, why: String? = nil) {
        self.account = account
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let before = try tx.account(account.id)
            try tx.requireAccountKeeper(at: before.school)
            try tx.requireAccountKeeper(at: account.school)
            var after = account
            after.name = trimmed(account.name)
            after.handle = trimmed(account.handle)
            guard after != before else { return .unchanged }
            try tx.check(after)
            guard after.state == before.state || after.state != .closed else {
                throw ActionError.conflict("Close it on its own page, with the reason and the proof")
            }
            let known = try tx.officialAccount(after.id)
            if known.state == .active,
                (after.school, after.network, after.type) != (before.school, before.network, before.type)
            {
                throw ActionError.conflict(
                    "It was decided as it is. For another school, network or kind ask for a new account, and close this"
                )
            }
            try tx.update(after)
            let isOpened = before.state == .closed && after.state != .closed
            return Recorded(
                Event(
                    isOpened ? .accountOpened : .accountChanged, RecordSubject(.account, after.id),
                    before: try RecordValue(encoding: before), after: try RecordValue(encoding: after), why: why),
                tasks: isOpened
                    ? try open(after, organisation, tx) : try ordering(known, insteadOf: before, organisation, tx))
        }
        try await organisation.noteDue()
    }

    /// What is asked of a legacy one that turns out to be somewhere else is said anew.
    private func ordering(
        _ known: OfficialAccount, insteadOf before: PostingAccount, _ organisation: Organisation,
        _ tx: WriteTransaction
    ) throws -> [TaskChange] {
        let now = try tx.officialAccount(known.id)
        guard known.state == .legacy, now.state == .legacy,
            (now.account.network, now.account.school) != (before.network, before.school)
        else { return [] }
        return [.restate(try organisation.orderingTask(now, tx))]
    }

    private func open(
        _ account: PostingAccount, _ organisation: Organisation, _ tx: WriteTransaction
    ) throws -> [TaskChange] {
        let opened = try tx.officialAccount(account.id)
        try tx.clearDue(.loginDestruction, account.id.text)
        if try tx.sealedLogin(of: account.id) != nil {
            try tx.setDue(.accountPassword, account.id.text, at: tx.now)
        }
        return try [.open(organisation.orderingTask(opened, tx))] + organisation.reopeningTasks(opened, tx)
    }
}
