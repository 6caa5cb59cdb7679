import Foundation
import Governance
import Store

/// Says whether an answer to somebody may go out on an account, before anybody writes it there. Nothing is stored.
package struct CheckReply: Sendable {
    package var account: PostingAccount
    package var asks: Draft.AuthorType
    package var answer: String
    /// Whoever wrote it says that it may be controversial, or harm the school's standing.
    package var flagged: Bool

    package init(on account: PostingAccount, to asks: Draft.AuthorType, answer: String, flagged: Bool = false) {
        self.flagged = flagged
        self.account = account
        self.asks = asks
        self.answer = answer
    }

    /// Without what a senior leader has let go in these very words; what they were asked and have not said waits.
    package func perform(in organisation: Organisation) async throws -> [Finding] {
        let talkedOver = try await organisation.look(by: .schedule) { tx in
            try tx.replyOpinions(on: account.id).filter { $0.reply == trimmed(answer) && $0.asks == asks }
        }
        var content = PostDraft(text: answer, infringesPrivacy: false, publishAt: organisation.clock.now)
        try checkSize(of: content)
        content.places = [DraftPlace(account: account.id)]
        var draft = content.draft(for: content.places[0], on: account)
        draft.inReplyTo = asks
        // what was flagged once is not unflagged by checking it again
        draft.mayHarmStanding = flagged || talkedOver.contains { $0.flagged || $0.word?.goesOut == false }
        if talkedOver.last(where: { $0.word != nil })?.lets(answer, to: asks) == true { draft.mayHarmStanding = false }
        let rules = try await organisation.postRules(at: account.school)
        let act = try await rules.act(draft, by: nil, judged: nil, organisation.database)
        return rules.door.decide(act, at: organisation.clock.now).findings
    }
}
