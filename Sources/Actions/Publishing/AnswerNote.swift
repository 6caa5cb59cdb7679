import Governance
import Store

/// The answer to a note, by whoever writes the post.
package struct AnswerNote: Sendable {
    package var note: Identifier<PostNote>
    package var answer: String

    package init(note: Identifier<PostNote>, answer: String) {
        self.note = note
        self.answer = answer
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let answer = try required(answer, "answer", "Write an answer")
        try await organisation.change(by: actor) { tx in
            let note = try tx.note(note)
            let post = try tx.post(note.post)
            let user = try tx.requireWriter(at: post.school)
            guard try post.keeper == user || tx.writers(of: post).contains(user) else {
                throw ActionError.notPermitted("A note is answered by whoever wrote the post")
            }
            guard note.answer == nil else { throw ActionError.conflict("This note was answered already") }
            try tx.answer(note, says: answer, by: user)
            return Recorded(
                Event(.noteAnswered, .post(post.id), after: ["note": .text(note.id.text)], why: answer),
                tasks: try tx.hasUnansweredNotes(post.id) ? [] : [.close(.answerNote, .post(post.id))],
                notices: [
                    NewNotice(to: note.by, .postChanged, .post(post.id), says: "Your note was answered: \(answer)")
                ])
        }
    }
}
