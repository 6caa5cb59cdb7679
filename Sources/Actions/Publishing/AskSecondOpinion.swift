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
            guard try tx.authority(of: colleague).holds(any: PublishingRoles.writing, at: post.school) else {
                throw ActionError.invalid("colleague", "This colleague does not write for this school. Choose another")
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
