import Governance
import Store

/// A senior leader says whether an answer may go out in these words. Nobody lets their own go.
package struct GiveReplyOpinion: Sendable {
    package var account: Identifier<PostingAccount>
    package var opinion: Identifier<ReplyOpinion>
    package var goesOut: Bool
    package var says: String

    package init(
        _ opinion: Identifier<ReplyOpinion>, on account: Identifier<PostingAccount>, goesOut: Bool, says: String
    ) {
        self.opinion = opinion
        self.account = account
        self.goesOut = goesOut
        self.says = says
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let says = try required(says, "says-\(opinion.text)", "Say what you think of it", most: 1_000)
        try await organisation.change(by: actor) { tx in
            let account = try tx.account(account)
            let user = try tx.person()
            let waiting = try tx.replyOpinions(on: account.id).filter { $0.word == nil }
            guard let asked = waiting.first(where: { $0.id == opinion }) else {
                throw ActionError.conflict("This was answered already")
            }
            guard asked.by != user, try tx.authority().holds(any: PostApproval.seniorRoles, at: account.school) else {
                throw ActionError.notPermitted(
                    "A senior leader or the headteacher says whether it may go out, and nobody of their own answer")
            }
            try tx.say(of: opinion, goesOut: goesOut, says, by: user)
            let name = try tx.user(user).name
            return Recorded(
                Event(
                    .replyOpinionGiven, .account(account.id),
                    after: ["reply": .text(opinion.text), "goes-out": .flag(goesOut)], why: says),
                tasks: waiting.count == 1 ? [.close(.judgeReply, .account(account.id))] : [],
                notices: [
                    NewNotice(
                        to: asked.by, .replyJudged, .account(account.id),
                        says: "\(name) says that your answer on “\(account.name)” may "
                            + (goesOut ? "go out" : "not go out") + ": \(says)")
                ])
        }
        try await organisation.noteDue()
    }
}
