import Governance
import Reading

extension ApprovalDesk {
    /// The pictures of what was sent, with who is in them and who has answered for them.
    /// - Parameter isAsked: whether the visitor decides here, and so answers for them.
    func pictures(
        _ story: PostStory, _ lines: [CheckedDraft.Line], isAsked: Bool, _ problems: [Problem]
    ) async throws -> [ApprovalPage.PictureToJudge] {
        let pictures = story.lastRevision?.content.pictures ?? []
        guard !pictures.isEmpty else { return [] }
        let roll = try await desk.roll(of: story.post.school)
        let refusals = PictureShown.refusals(lines.map(\.finding))
        let post = SiteURL.Part.value(story.post.id.text)
        return pictures.enumerated().map { index, picture in
            let id = SiteURL.Part.value(picture.picture.text)
            let author = story.judgements.first { $0.side == .author && $0.picture == picture.picture }
            return ApprovalPage.PictureToJudge(
                anchor: "picture-\(index + 1)", heading: "\(picture.kind.word.capitalisedFirst) \(index + 1)",
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
                source: Self.source(of: picture), tick: isAsked ? tick(index, picture, problems) : nil,
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

    private func tick(_ index: Int, _ picture: DraftPicture, _ problems: [Problem]) -> ApprovalPage.Tick {
        let id = "judged-\(index + 1)"
        let error = problems.first { $0.field == id }?.says
        return ApprovalPage.Tick(
            id: id, value: picture.picture.text,
            text: "All four are true of \(picture.kind.word) \(index + 1): it may be shown",
            chosen: visit.form.all("judged").contains(picture.picture.text), error: error,
            describedBy: error == nil ? "judging" : "judging \(id)-error")
    }

    /// What each tick says; where no policy asks for it, that it is ours and may be left out.
    func judging(_ story: PostStory, _ waiting: [Placement]) async throws -> ApprovalPage.Judging? {
        guard story.lastRevision?.content.pictures.isEmpty == false else { return nil }
        let schools = Set(decidable(story, waiting).map(\.account.school)).sorted()
        let sections = try await desk.sectionsOfJudgement(at: schools)
        return ApprovalPage.judging(sections.map { ClauseChip.link(to: $0, in: visit) })
    }
}

extension ApprovalPage {
    /// - Parameter clauses: the sections that ask for it; none: it is our own good practice.
    static func judging(_ clauses: [ClauseChip]) -> Judging {
        Judging(
            questions: PictureJudgement.questions,
            says: clauses.isEmpty
                ? "This is our own good practice. Your policy does not ask for it, so you can approve without. Whose "
                    + "ticks are missing stands in the post’s story."
                : "Your policy asks for it: nothing goes out with a picture that you have not ticked. Each tick goes on "
                    + "record with your name.",
            clauses: clauses, ours: clauses.isEmpty ? .goodPractice : nil)
    }
}
