import Foundation
import Governance
import Store

/// Says who is in a picture, what it shows and whose it is. Who is in it is typed by a person and never read from faces.
package struct DescribePicture: Sendable {
    package var post: Identifier<Post>
    package var description: DraftPicture

    package init(post: Identifier<Post>, description: DraftPicture) {
        self.post = post
        self.description = description
    }

    /// More than a whole school year in one picture.
    private static let mostPeople = 300

    /// Returns the version that the draft has now.
    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Int {
        let described = try checked()
        return try await organisation.change(by: actor) { tx in
            let (post, saved) = try tx.draftToPicture(post)
            guard let index = saved.content.pictures.firstIndex(where: { $0.picture == described.picture }) else {
                throw ActionError.conflict("This picture was taken out of the post")
            }
            let before = saved.content.pictures[index]
            var described = described
            described.kind = before.kind
            guard before != described else { return .unchanged(saved.version) }
            var content = saved.content
            content.pictures[index] = described
            // whoever judged it judged it with others in it
            if before.people != described.people { try tx.forgetJudgements(of: described.picture) }
            return try tx.keepPictures(
                content, over: saved, of: post, by: try tx.person(),
                Event(
                    .pictureDescribed, RecordSubject(.picture, described.picture), before: before.recorded,
                    after: described.recorded))
        }
    }

    private func checked() throws -> DraftPicture {
        var description = description
        description.alt = description.alt.map(trimmed).flatMap { $0.isEmpty ? nil : $0 }
        guard (description.alt?.count ?? 0) <= 1_000 else {
            throw ActionError.invalid("alt", "Describe it in at most 1,000 characters: a sentence or two is best")
        }
        var seen: Set<String> = []
        description.people = description.people?.map(trimmed).filter { !$0.isEmpty && seen.insert($0).inserted }
        guard (description.people?.count ?? 0) <= Self.mostPeople,
            description.people?.allSatisfy({ $0.count <= 200 }) ?? true
        else { throw ActionError.invalid("people", "Name at most \(Self.mostPeople) people") }
        if var source = description.source {
            source.author = String(trimmed(source.author).prefix(200))
            description.source = source
        }
        return description
    }
}

extension DraftPicture {
    /// As the record keeps it: how many are in it, not who; who is in it stands in the draft.
    var recorded: RecordValue {
        [
            "people": people.map { .number($0.count) } ?? .nothing, "others": .flag(showsOthers),
            "described": .flag(alt != nil),
            "source": origin.map { .text($0 == .own ? "own" : "somebody else's") } ?? .nothing,
        ]
    }
}
