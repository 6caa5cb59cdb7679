import Governance
import Store

extension OrganisationDatabase {
    /// How an account is joined to its network; nil when it is not.
    package func connection(of account: Identifier<PostingAccount>) async throws -> Connection? {
        try await read { try Connection.fetch($0, of: account) }
    }
}
