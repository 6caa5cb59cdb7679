import Governance
import Store

/// The colleague's answer.
package struct GiveSecondOpinion: Sendable {
    package var opinion: Identifier<SecondOpinion>
    package var answer: String

    package init(opinion: Identifier<SecondOpinion>, answer: String) {
        self.opinion = opinion
        self.answer = answer
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let answer = try required(answer, "answer", "Say what you think")
        try await organisation.change(by: actor) { tx in
            let opinion = try tx.secondOpinion(opinion)
            guard actor.user == opinion.asked else { throw ActionError.notPermitted("Somebody else was asked") }
            guard opinion.answer == nil else { throw ActionError.conflict("This was answered already") }
            try tx.answer(opinion, says: answer)
            let name = try tx.user(opinion.asked).name
            return Recorded(
                Event(.secondOpinionGiven, .post(opinion.post), why: answer),
                tasks: [.closeFor(.giveSecondOpinion, .post(opinion.post), .user(opinion.asked))],
                notices: [
                    NewNotice(
                        to: opinion.asks, .postChanged, .post(opinion.post),
                        says: "\(name) gave a second opinion on your post")
                ])
        }
    }
}
