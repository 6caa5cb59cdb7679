import Governance
import Store

/// Puts a social media account or website that exists already on the register, as a legacy one: it is used as it is, and
/// a task asks for it to be brought into order (ACC-05).
package struct AddAccount: Sendable {
    package var school: Identifier<School>
    package var name: String
    package var network: Network
    package var handle: String
    package var type: Draft.AccountType
    package var readers: PostingAccount.Readers

    package init(
        school: Identifier<School>, name: String, network: Network, handle: String,
        type: Draft.AccountType = .schoolMain, readers: PostingAccount.Readers = .families
    ) {
        self.school = school
        self.name = name
        self.network = network
        self.handle = handle
        self.type = type
        self.readers = readers
    }

    @discardableResult
    package func perform(
        in organisation: Organisation, by actor: Actor
    ) async throws -> Identifier<PostingAccount> {
        try await organisation.change(by: actor) { tx in
            _ = try tx.school(school)
            try tx.requireAccountKeeper(at: school)
            let account = PostingAccount(
                id: tx.identifier(), school: school, name: trimmed(name), network: network, handle: trimmed(handle),
                type: type, readers: readers)
            try tx.check(account)
            try tx.insert(account)
            return Recorded(
                account.id,
                Event(.accountAdded, RecordSubject(.account, account.id), after: try RecordValue(encoding: account)),
                tasks: [try organisation.orderingTask(tx.officialAccount(account.id), tx)])
        }
    }
}

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
                tasks: isOpened ? try open(after, organisation, tx) : [])
        }
        try await organisation.noteDue()
    }

    private func open(
        _ account: PostingAccount, _ organisation: Organisation, _ tx: WriteTransaction
    ) throws -> [TaskChange] {
        let opened = try tx.officialAccount(account.id)
        if try tx.sealedLogin(of: account.id) != nil {
            try tx.setDue(.accountPassword, account.id.text, at: tx.now)
        }
        return try [organisation.orderingTask(opened, tx)] + organisation.reopeningTasks(opened, tx)
    }
}

extension WriteTransaction {
    func requireAccountKeeper(at school: Identifier<School>) throws {
        guard try authority().holds(any: PublishingRoles.keepingAccounts, at: school) else {
            throw ActionError.notPermitted("A senior leader or an administrator keeps the register of accounts")
        }
    }

    fileprivate func check(_ account: PostingAccount) throws {
        var errors: [FieldError] = []
        if account.name.isEmpty { errors.append(FieldError("name", "Enter the account's name")) }
        if account.handle.isEmpty || account.handle.count > 300 {
            errors.append(FieldError("handle", "Enter the account's handle or address"))
        } else if try isTaken(account.handle, on: account.network, by: account.id) {
            errors.append(FieldError("handle", "This account is on the register already"))
        }
        guard errors.isEmpty else { throw ActionError.invalid(errors) }
    }
}
