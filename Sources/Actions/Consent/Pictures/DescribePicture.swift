import Foundation
import Governance
import Store

/// Says who is in a picture, what it shows and whose it is. Who is in it is typed by a person and never read from faces.
package struct DescribePicture: Sendable {
    package var post: Identifier<Post>
    package var description: DraftPicture
    /// What stood there when it was opened; nothing that a colleague said since is overwritten unseen.
    package var over: DraftPicture.Mark?

    package init(post: Identifier<Post>, description: DraftPicture, over: DraftPicture.Mark? = nil) {
        self.post = post
        self.description = description
        self.over = over
    }

    /// The field that a change by somebody else is told under.
    package static let changedSince = "over"

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
            guard try over == nil || over == before.mark() else {
                throw ActionError.invalid(
                    Self.changedSince,
                    "Somebody else has said who is in it since you opened it. Whoever either of you named is ticked now. Look, "
                        + "and save again")
            }
            var content = saved.content
            content.pictures[index] = described
            // whoever judged it judged it with others in it
            if before.people != described.people { try tx.forgetJudgements(of: described.picture) }
            let kept = try tx.keepPictures(
                content, over: saved, of: post, by: try tx.person(),
                Event(
                    .pictureDescribed, RecordSubject(.picture, described.picture), before: before.recorded,
                    after: described.recorded))
            let ended = try organisation.reached(bySaying: described.picture, tx)
            return Recorded(
                kept.value, kept.events[0], and: kept.events.dropFirst() + ended.flatMap(\.events),
                tasks: kept.tasks + ended.flatMap(\.tasks), notices: kept.notices + ended.flatMap(\.notices))
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
    /// By which one state of what is said of a picture is told from another.
    package struct Mark: Sendable, Equatable {
        package let text: String
        package init(_ text: String) { self.text = text }
    }

    package func mark() throws -> Mark {
        Mark(tokenHash(try StoredJSON.text(self)).prefix(12).base64EncodedString())
    }

    /// As the record keeps it: how many are in it, not who; who is in it stands in the draft.
    var recorded: RecordValue {
        [
            "people": people.map { .number($0.count) } ?? .nothing, "others": .flag(showsOthers),
            "described": .flag(alt != nil),
            "source": origin.map { .text($0 == .own ? "own" : "somebody else's") } ?? .nothing,
        ]
    }
}
