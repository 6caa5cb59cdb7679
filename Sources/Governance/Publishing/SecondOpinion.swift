import Foundation

/// One colleague asked by another what they think, before a post is sent.
package struct SecondOpinion: Sendable, Equatable {
    package let id: Identifier<SecondOpinion>
    package let post: Identifier<Post>
    package let asks: Identifier<User>
    package let asked: Identifier<User>
    package let question: String
    package let at: Date
    package let answer: String?
    package let answeredAt: Date?

    package init(
        id: Identifier<SecondOpinion>, post: Identifier<Post>, asks: Identifier<User>, asked: Identifier<User>,
        question: String, at: Date, answer: String? = nil, answeredAt: Date? = nil
    ) {
        self.id = id
        self.post = post
        self.asks = asks
        self.asked = asked
        self.question = question
        self.at = at
        self.answer = answer
        self.answeredAt = answeredAt
    }
}
