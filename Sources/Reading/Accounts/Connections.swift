import Foundation
import Governance
import Store

extension OrganisationDatabase {
    /// How an account is joined to its network; nil when it is not.
    package func connection(of account: Identifier<PostingAccount>) async throws -> Connection? {
        try await read { try Connection.fetch($0, of: account) }
    }

    /// How whom it follows was last compared with the roll; nil: never.
    package func followingCompared(of account: Identifier<PostingAccount>) async throws -> FollowingCompared? {
        try await read { try FollowingCompared.fetch($0, of: account) }
    }

    /// When a person last looked whom it follows; nil: nobody has said so yet.
    package func followingLooked(of account: Identifier<PostingAccount>) async throws -> FollowingLooked? {
        try await read { try FollowingLooked.fetch($0, of: account) }
    }

    /// Answers that wait for a senior leader's word on an account, and those that had it lately.
    package func replyOpinions(on account: Identifier<PostingAccount>) async throws -> [ReplyOpinion] {
        let since = clock.now - ReplyOpinion.counts
        return try await read { try ReplyOpinion.fetch($0, on: account, saidSince: since) }
    }

    /// What followers asked there, and waits for the school office.
    package func officeMatters(on account: Identifier<PostingAccount>) async throws -> [OfficeMatter] {
        try await read { try OfficeMatter.waiting($0, on: account) }
    }
}
