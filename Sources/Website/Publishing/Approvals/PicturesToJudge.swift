import Governance
import Reading

extension ApprovalDesk {
    /// The pictures of what was sent, with who is in them and who has answered for them.
    func pictures(_ story: PostStory, _ lines: [CheckedDraft.Line]) async throws -> [ApprovalPage.PictureToJudge] {
        let pictures = story.lastRevision?.content.pictures ?? []
        guard !pictures.isEmpty else { return [] }
        let roll = try await desk.roll(of: story.post.school)
        let refusals = PictureShown.refusals(lines.map(\.finding))
        let post = SiteURL.Part.value(story.post.id.text)
        return pictures.enumerated().map { index, picture in
            let id = SiteURL.Part.value(picture.picture.text)
            let author = story.judgements.first { $0.side == .author && $0.picture == picture.picture }
            return ApprovalPage.PictureToJudge(
                heading: "\(picture.kind.word.capitalisedFirst) \(index + 1)",
                src: visit.link(.pictureFile(post: post, picture: id, size: .value(StoredPicture.Size.post.rawValue))),
                alt: picture.alt ?? "\(picture.kind.word.capitalisedFirst) \(index + 1), not described",
                film: picture.kind == .video
                    ? visit.link(
                        .pictureFile(post: post, picture: id, size: .value(StoredPicture.Size.film.rawValue))) : nil,
                says: picture.alt,
                people: PictureShown.people(in: picture, roll: roll, refusals: refusals),
                judged: author.map {
                    "\(story.names[$0.by] ?? "Its author") answered for it \(When.near($0.at, now: visit.now))."
                } ?? "Its author has not answered for it.",
                source: Self.source(of: picture),
                end: HeadAction(
                    "\(picture.kind.word.capitalisedFirst) \(index + 1) must not exist",
                    visit.link(.pictureEnd(post: post, picture: id))))
        }
    }

    /// Nil: it is the school's own.
    private static func source(of picture: DraftPicture) -> String? {
        guard picture.origin != nil else { return "Nobody has said whose it is." }
        return picture.source.map { "By \($0.author)\($0.permission == true ? ", with permission" : "")." }
    }

    /// What is ticked for each picture, with all that it says.
    func judgement(_ story: PostStory, _ mine: [Placement], _ problems: [Problem]) -> ChoiceField? {
        let pictures = story.lastRevision?.content.pictures ?? []
        guard !pictures.isEmpty, !mine.isEmpty else { return nil }
        return ChoiceField(
            "judged", "I looked at each picture, and answer for it",
            hint: PictureJudgement.questions.joined(separator: " "), several: true,
            pictures.enumerated().map {
                ($1.picture.text, "\($1.kind.word.capitalisedFirst) \($0 + 1) may be shown", nil)
            },
            chosen: Set(visit.form.all("judged")), problems: problems)
    }
}
