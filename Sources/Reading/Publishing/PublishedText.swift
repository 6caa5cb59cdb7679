import Foundation
import GRDB
import Governance
import Store

/// What stood on an account, to the letter.
package struct PublishedText: Sendable, Equatable {
    package let placement: Identifier<Placement>
    package let account: PostingAccount
    package let text: String
    package let revision: Int
    package let publishedAt: Date
    package let takenDownAt: Date?
    package let proof: Proof
}

extension OrganisationDatabase {
    /// What of a post was out on a day, be it for a part of it; nothing before it was published or after it came down.
    package func publishedText(of post: Identifier<Post>, on day: Day) async throws -> [PublishedText] {
        let (start, end) = (day.start(), day.adding(days: 1).start())
        return try await read { db in
            try Placement.fetch(db, where: "placement.post = ?", [post.text]).compactMap { placement in
                guard let publication = try Publication.of(placement.id, db), publication.at < end else { return nil }
                let down = try Int64.fetchOne(
                    db, sql: "SELECT doneAt FROM takedown WHERE placement = ?", arguments: [placement.id.text]
                ).map(Date.init(milliseconds:))
                if let down, down < start { return nil }
                return PublishedText(
                    placement: placement.id, account: placement.account, text: placement.draft.text,
                    revision: placement.revisionNumber, publishedAt: publication.at, takenDownAt: down,
                    proof: publication.proof)
            }
        }
    }
}
