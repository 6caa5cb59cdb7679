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
