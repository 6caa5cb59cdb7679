import Governance
import Store

/// Asks a senior leader what they think of an answer before it is given on the network (PUB-02).
package struct AskReplyOpinion: Sendable {
    package var account: Identifier<PostingAccount>
    /// Who is answered.
    package var asks: Draft.AuthorType
    /// What they asked; may be empty.
    package var asked: String
    package var reply: String
    /// It may be controversial, or harm the school's standing.
    package var flagged: Bool

    package init(
        on account: Identifier<PostingAccount>, to asks: Draft.AuthorType, asked: String, reply: String, flagged: Bool
    ) {
        self.account = account
        self.asks = asks
        self.asked = asked
        self.reply = reply
        self.flagged = flagged
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let reply = try required(reply, "answer", "Write the answer that you are unsure of", most: 5_000)
        let asked = trimmed(asked)
        guard asked.count <= 2_000 else { throw ActionError.invalid("asked", "Shorten it to 2,000 characters") }
        try await organisation.change(by: actor) { tx in
            let account = try tx.account(account)
            let user = try tx.requireWriter(at: account.school)
            let waiting = try tx.replyOpinions(on: account.id).filter { $0.word == nil }
            guard !waiting.contains(where: { $0.reply == reply && $0.asks == asks }) else {
                throw ActionError.conflict("This answer waits for a senior leader already")
            }
            let opinion = ReplyOpinion(
                id: tx.identifier(), account: account.id, asks: asks, asked: asked, reply: reply, flagged: flagged,
                by: user, at: tx.now)
            try tx.insert(opinion)
            let role = try tx.firstHeld(PostApproval.seniorRoles, at: account.school, besides: [user])
            return Recorded(
                Event(
                    .replyOpinionAsked, .account(account.id),
                    after: ["reply": .text(opinion.id.text), "asks": .text(asks.rawValue), "flagged": .flag(flagged)]),
                tasks: [
                    .open(
                        NewTask(
                            .judgeReply, .account(account.id), for: .role(role, at: account.school),
                            within: try tx.within(1, at: account.school),
                            rule: "May an answer on “\(account.name)” go out: a colleague asks before they give it"))
                ])
        }
        try await organisation.noteDue()
    }
}
