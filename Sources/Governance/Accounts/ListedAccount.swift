/// One row of a list of accounts that exist already, as it was read.
package struct ListedAccount: Sendable, Equatable {
    /// The line of the file on which it begins, from 1.
    package var line: Int
    package var network: Network
    package var handle: String
    package var name: String
    package var type: Draft.AccountType
    package var school: Identifier<School>
    package var lead: Identifier<User>?
    /// Who runs it beside the lead.
    package var others: [Identifier<User>]
    /// What the list says of it beside that.
    package var details: AccountDetails
}
