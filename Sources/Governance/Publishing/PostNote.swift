import Foundation

/// A remark to a passage of one revision, and the author's answer.
package struct PostNote: Sendable, Equatable {
    package let id: Identifier<PostNote>
    package let post: Identifier<Post>
    package let revision: Int
    /// In Unicode scalars of the revision's text; nil: to the whole.
    package let from: Int?
    package let to: Int?
    package let quote: String?
    package let says: String
    package let by: Identifier<User>
    package let at: Date
    package let answer: String?
    package let answeredBy: Identifier<User>?
    package let answeredAt: Date?

    package init(
        id: Identifier<PostNote>, post: Identifier<Post>, revision: Int, from: Int? = nil, to: Int? = nil,
        quote: String? = nil, says: String, by: Identifier<User>, at: Date, answer: String? = nil,
        answeredBy: Identifier<User>? = nil, answeredAt: Date? = nil
    ) {
        self.id = id
        self.post = post
        self.revision = revision
        self.from = from
        self.to = to
        self.quote = quote
        self.says = says
        self.by = by
        self.at = at
        self.answer = answer
        self.answeredBy = answeredBy
        self.answeredAt = answeredAt
    }
}
