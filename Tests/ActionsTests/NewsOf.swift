import Governance
import Reading
import Store

extension OrganisationDatabase {
    /// The messages that somebody has not read, as their first page has them.
    func news(to user: Identifier<User>) async throws -> [Notice] {
        try await home(of: user, decidingWith: nil, writes: false, mostNews: 100, mostPosts: 0).news
    }
}
