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
    /// What is known of it beside that, such as what it is for, and when somebody asks whether it is still needed.
    package var details: AccountDetails

    package init(
        school: Identifier<School>, name: String, network: Network, handle: String,
        type: Draft.AccountType = .schoolMain, readers: PostingAccount.Readers = .families,
        details: AccountDetails = AccountDetails()
    ) {
        self.school = school
        self.name = name
        self.network = network
        self.handle = handle
        self.type = type
        self.readers = readers
        self.details = details
    }

    @discardableResult
    package func perform(
        in organisation: Organisation, by actor: Actor
    ) async throws -> Identifier<PostingAccount> {
        let added = try await organisation.change(by: actor) { tx -> Recorded<Identifier<PostingAccount>> in
            _ = try tx.school(school)
            try tx.requireAccountKeeper(at: school)
            let account = PostingAccount(
                id: tx.identifier(), school: school, name: trimmed(name), network: network, handle: trimmed(handle),
                type: type, readers: readers)
            try tx.check(account)
            try tx.check(details, insteadOf: AccountDetails(), at: school)
            try tx.insert(account)
            try tx.write(details, of: account.id)
            if let next = details.nextReview { _ = try tx.setReview(of: account.id, on: next) }
            var after = try RecordValue(encoding: account)
            if details != AccountDetails(), case .fields(var fields) = after {
                fields["details"] = try RecordValue(encoding: details)
                after = .fields(fields)
            }
            let task = TaskChange.open(try organisation.orderingTask(tx.officialAccount(account.id), tx))
            return Recorded(account.id, Event(.accountAdded, .account(account.id), after: after), tasks: [task])
        }
        try await organisation.noteDue()
        return added
    }
}
