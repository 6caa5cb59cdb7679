import Foundation

/// An answer to somebody on an account, which whoever would give it talks over with a senior leader first (PUB-02). It goes
/// out by a person's hand, on the network.
package struct ReplyOpinion: Sendable, Equatable {
    package let id: Identifier<ReplyOpinion>
    package let account: Identifier<PostingAccount>
    /// Who is answered.
    package let asks: Draft.AuthorType
    /// What they asked, as it was copied; may be empty.
    package let asked: String
    /// The words of the answer.
    package let reply: String
    /// Whoever wrote it says that it may be controversial, or harm the school's standing.
    package let flagged: Bool
    package let by: Identifier<User>
    package let at: Date
    /// What a senior leader said; nil: nothing yet.
    package let word: Word?

    /// Whether it may go out in these words, and what they say of it.
    package struct Word: Sendable, Equatable {
        package let goesOut: Bool
        package let says: String
        package let by: Identifier<User>
        package let at: Date

        package init(goesOut: Bool, says: String, by: Identifier<User>, at: Date) {
            self.goesOut = goesOut
            self.says = says
            self.by = by
            self.at = at
        }
    }

    package init(
        id: Identifier<ReplyOpinion>, account: Identifier<PostingAccount>, asks: Draft.AuthorType, asked: String,
        reply: String, flagged: Bool, by: Identifier<User>, at: Date, word: Word? = nil
    ) {
        self.id = id
        self.account = account
        self.asks = asks
        self.asked = asked
        self.reply = reply
        self.flagged = flagged
        self.by = by
        self.at = at
        self.word = word
    }

    /// Whether a senior leader lets exactly these words go out.
    package func lets(_ reply: String, to asks: Draft.AuthorType) -> Bool {
        word?.goesOut == true && self.asks == asks && self.reply == trimmed(reply)
    }
}

extension NewNotice.Kind {
    /// A senior leader said whether an answer may go out.
    package static let replyJudged = Self("accounts.reply-judged")
}

extension NewTask.Kind {
    /// To say whether an answer to somebody may go out.
    package static let judgeReply = Self("accounts.judge-reply")
}
