/// An account in the school's or trust's name, as far as posting on it needs to know.
package struct PostingAccount: Sendable, Equatable, Codable {
    package enum Readers: String, Sendable, Codable, CaseIterable {
        case families, children
    }
    package enum State: String, Sendable, Codable, CaseIterable {
        case open, closed
    }

    package var id: Identifier<PostingAccount>
    /// The school that owns it; its policy and calendar count.
    package var school: Identifier<School>
    package var name: String
    package var network: Network
    /// `@school` or the page's address.
    package var handle: String
    package var type: Draft.AccountType
    package var readers: Readers
    package var state: State

    package init(
        id: Identifier<PostingAccount>, school: Identifier<School>, name: String, network: Network, handle: String,
        type: Draft.AccountType = .schoolMain, readers: Readers = .families, state: State = .open
    ) {
        self.id = id
        self.school = school
        self.name = name
        self.network = network
        self.handle = handle
        self.type = type
        self.readers = readers
        self.state = state
    }
}
