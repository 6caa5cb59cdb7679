import Governance
import Store

/// Asks a colleague what they think, before anything is sent (PUB-02).
package struct AskSecondOpinion: Sendable {
    package var post: Identifier<Post>
    package var colleague: Identifier<User>
    package var question: String

    package init(post: Identifier<Post>, colleague: Identifier<User>, question: String) {
        self.post = post
        self.colleague = colleague
        self.question = question
    }

    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Identifier<SecondOpinion> {
        let question = try required(question, "question", "Say what you are unsure of")
        return try await organisation.change(by: actor) { tx in
            let post = try tx.post(post)
            let user = try tx.requireWriter(at: post.school)
            guard colleague != user else { throw ActionError.invalid("colleague", "Choose somebody else") }
            guard try tx.user(colleague).endedAt == nil else {
                throw ActionError.invalid("colleague", "This colleague has left. Choose somebody else")
            }
            let id: Identifier<SecondOpinion> = tx.identifier()
            try tx.askSecondOpinion(id, on: post.id, asks: user, asked: colleague, question: question)
            return Recorded(
                id, Event(.secondOpinionAsked, .post(post.id), after: ["of": .text(colleague.text)], why: question),
                tasks: [
                    .open(
                        NewTask(
                            .giveSecondOpinion, .post(post.id), for: .user(colleague),
                            rule: "A colleague asked for a second opinion"))
                ])
        }
    }
}

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
