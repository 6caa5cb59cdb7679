import Foundation

/// What somebody asked on an account that speaks one way: the school office answers it, off the network (ACC-13).
package struct OfficeMatter: Sendable, Equatable {
    package let id: Identifier<OfficeMatter>
    package let account: Identifier<PostingAccount>
    package let asks: Draft.AuthorType
    /// What they asked, and how they can be reached, as it was copied.
    package let says: String
    package let by: Identifier<User>
    package let at: Date
    package let answeredBy: Identifier<User>?
    package let answeredAt: Date?

    package init(
        id: Identifier<OfficeMatter>, account: Identifier<PostingAccount>, asks: Draft.AuthorType, says: String,
        by: Identifier<User>, at: Date, answeredBy: Identifier<User>? = nil, answeredAt: Date? = nil
    ) {
        self.id = id
        self.account = account
        self.asks = asks
        self.says = says
        self.by = by
        self.at = at
        self.answeredBy = answeredBy
        self.answeredAt = answeredAt
    }
}

extension NewTask.Kind {
    /// To answer somebody off the network.
    package static let answerFollower = Self("accounts.answer-follower")
    /// To stop following those who may be learners.
    package static let unfollow = Self("accounts.unfollow")
}
