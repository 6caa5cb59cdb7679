import Governance
import Store

/// A remark to a passage of a revision, or to the whole of it.
package struct AddNote: Sendable {
    package var post: Identifier<Post>
    package var revision: Int
    /// In Unicode scalars of the revision's text; nil: to the whole.
    package var range: Range<Int>?
    package var says: String

    package init(post: Identifier<Post>, revision: Int, range: Range<Int>? = nil, says: String) {
        self.post = post
        self.revision = revision
        self.range = range
        self.says = says
    }

    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Identifier<PostNote> {
        let says = try required(says, "says", "Write a note")
        return try await organisation.change(by: actor) { tx in
            let post = try tx.post(post)
            let user = try tx.requireWriter(ofAnySchoolOf: post)
            guard let last = try tx.lastRevision(of: post.id), last.number == revision else {
                throw ActionError.conflict("There is a later revision. Read that one first")
            }
            let scalars = Array(last.content.text.unicodeScalars)
            if let range, range.isEmpty || range.lowerBound < 0 || range.upperBound > scalars.count {
                throw ActionError.invalid("range", "Choose a passage of the text")
            }
            let quote = range.map { range in
                String(String.UnicodeScalarView(scalars[range]))
            }
            let id: Identifier<PostNote> = tx.identifier()
            try tx.addNote(id, to: post.id, revision: revision, range: range, quote: quote, says: says, by: user)
            return Recorded(
                id,
                Event(
                    .noteAdded, .post(post.id),
                    after: ["note": .text(id.text), "revision": .number(revision), "quote": RecordValue(quote)],
                    why: says),
                tasks: user == post.keeper
                    ? []
                    : [
                        .open(
                            NewTask(
                                .answerNote, .post(post.id), for: .user(post.keeper),
                                rule: "A note on a post is answered by whoever minds it"))
                    ],
                notices: user == post.keeper
                    ? []
                    : [NewNotice(to: post.keeper, .postChanged, .post(post.id), says: "A note on your post: \(says)")])
        }
    }
}
