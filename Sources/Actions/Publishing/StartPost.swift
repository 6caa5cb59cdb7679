import Governance
import Store

/// Begins a post at a school; who begins it is its author for good (PUB-01).
package struct StartPost: Sendable {
    package var school: Identifier<School>
    package var content: PostDraft

    package init(school: Identifier<School>, content: PostDraft = PostDraft()) {
        self.school = school
        self.content = content
    }

    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Identifier<Post> {
        try checkSize(of: content)
        let begun = content.withoutPictures
        return try await organisation.change(by: actor) { tx in
            _ = try tx.school(school)
            let author = try tx.requireWriter(at: school)
            let post = Post(id: tx.identifier(), school: school, author: author, keeper: author, startedAt: tx.now)
            try tx.insert(post)
            try tx.save(begun, of: post.id, version: 1, writers: [author], by: author)
            return Recorded(post.id, Event(.postStarted, .post(post.id), after: ["school": .text(school.text)]))
        }
    }
}

/// Refuses what no network takes and no person writes, so that a check never has to read it.
func checkSize(of content: PostDraft) throws {
    let texts = [content.text] + content.places.compactMap(\.text)
    if texts.contains(where: { $0.unicodeScalars.count > 65_000 }) {
        throw ActionError.invalid("text", "This is longer than any network takes. Use at most 65,000 characters")
    }
    if content.links.count > 20 || content.links.contains(where: { $0.utf8.count > 2_000 }) {
        throw ActionError.invalid("links", "Use at most 20 links, each of at most 2,000 characters")
    }
    if content.places.count > 30 || Set(content.places.map(\.account)).count < content.places.count {
        throw ActionError.invalid("places", "Choose each account once")
    }
    if content.labels.count > 20 || content.labels.contains(where: { $0.count > 100 }) {
        throw ActionError.invalid("labels", "Use at most 20 labels, each of at most 100 characters")
    }
}
