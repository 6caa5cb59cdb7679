import Governance
import Reading

extension PostDesk {
    /// The pictures of what was sent, or of the draft while nothing was, and those of earlier words that are still out.
    func pictures(_ story: PostStory) async throws -> [PictureShown] {
        let sent = story.lastPlaces.isEmpty ? nil : story.lastRevision?.content.pictures
        let pictures = sent ?? story.draft.content.pictures
        let ids = Set(pictures.map(\.picture.text))
        let earlier = story.earlierOut.flatMap(\.placement.draft.media).filter { !ids.contains($0.id) }
        guard !pictures.isEmpty || !earlier.isEmpty else { return [] }
        let roll = try await desk.roll(of: story.post.school)
        // what was sent says in its decision who may not be shown; a draft has none yet
        let named = Set(pictures.flatMap { $0.people ?? [] }).sorted()
        let refusals = sent == nil ? try await PictureDesk(desk, story).refusals(of: named) : [:]
        let stored = Dictionary(uniqueKeysWithValues: story.pictures.map { ($0.id.text, $0) })
        let shown = pictures.enumerated().map { index, picture in
            part(
                Part(id: picture.picture.text, kind: picture.kind, says: picture.alt),
                heading: "\(picture.kind.word.capitalisedFirst) \(index + 1)", stored[picture.picture.text],
                PictureShown.people(in: picture, roll: roll, refusals: refusals), story)
        }
        var added: Set<String> = []
        return shown
            + earlier.filter { added.insert($0.id).inserted }.map { medium in
                part(
                    Part(id: medium.id, kind: medium.kind, says: medium.alt),
                    heading: "\(medium.kind.word.capitalisedFirst) of earlier words", stored[medium.id], [], story)
            }
    }

    private struct Part {
        let id: String
        let kind: Medium.Kind
        let says: String?
    }

    private func part(
        _ picture: Part, heading: String, _ stored: StoredPicture?, _ people: [PictureShown.PersonIn],
        _ story: PostStory
    ) -> PictureShown {
        let isFilm = picture.kind == .video
        guard stored?.state == .ready else {
            return PictureShown(
                heading: heading, src: nil, alt: "\(heading), not shown",
                people: [PictureShown.PersonIn(text: Self.gone(stored), tone: nil, icon: .cameraOff)],
                film: isFilm ? PictureShown.film(stored?.milliseconds) : nil)
        }
        return PictureShown(
            kept: picture.id, picture.kind, of: story.post.id, heading: heading, says: picture.says, people: people,
            runs: stored?.milliseconds, link: isFilm ? "Watch it" : "See it large", in: visit)
    }

    private static func gone(_ stored: StoredPicture?) -> String {
        switch stored?.state {
        case .destroyed: "Destroyed: it must not exist"
        case .sealedAway: "Locked: nobody sees it"
        default: "It is no longer kept"
        }
    }

    /// Directly after somebody said that a picture must not exist.
    func pictureEndNote(_ story: PostStory) -> Note? {
        let states = Set(story.pictures.map(\.state))
        switch visit.query["picture"] {
        case "locked" where states.contains(.sealedAway):
            return Note(
                .hold, "The picture is locked.",
                "Nobody can see, copy or delete it, and the safeguarding lead has been told. Show it to nobody.")
        case "destroyed" where states.contains(.destroyed):
            return Note(
                .clear, "The picture is destroyed, in every size.", "What stays on record is that this was done.")
        default: return nil
        }
    }
}
