/// A pupil's picture goes out only as the consent on file lets it.
package struct Pictures: Control {
    package static let id = "consent.pictures"
    package static let about = """
        Stops a photo or video of a pupil unless the consent on file lets it go out here, on the day of publication. \
        Personal accounts have a rule of their own.
        """
    package static let parameters = [
        Parameter(
            "unrecorded", .choice(["refused", "allowed"]), about: "what silence means: no picture, or no objection"),
        Parameter(
            "about", .choices(["consent", "objections"]), fallback: .words(["consent", "objections"]),
            about: "consent: missing or out of its time; objections: refused, withdrawn or restricted"),
    ]
    package static let codes = [
        "image_no_consent", "image_objection", "image_withdrawn", "image_expired", "image_restriction",
        "image_subject_unknown",
    ]

    private let assumed: Bool
    private let consent: Bool
    private let objections: Bool

    package init(_ arguments: Arguments) {
        assumed = arguments.word("unrecorded") == "allowed"
        consent = arguments.words("about").contains("consent")
        objections = arguments.words("about").contains("objections")
    }

    package func examine(_ post: PublishPost) -> [Observation] {
        guard post.draft.capacity == .schoolAccount else { return [] }
        var seen = consent ? UnknownSubject.unsaid(in: post) : []
        for depicted in Depicted.all(in: post) {
            switch depicted.match {
            case .person(let person): seen += about(person, depicted, post.draft)
            case .unclear(let fits):
                seen += consent ? [UnknownSubject.unclear(depicted, fits)] : []
                // where one of them said no, it may be that one
                seen += fits.flatMap { about($0, depicted, post.draft, onlyObjections: true) }
            }
        }
        return seen
    }

    private func about(
        _ person: Person, _ depicted: Depicted, _ draft: Draft, onlyObjections: Bool = false
    ) -> [Observation] {
        guard person.kind == .pupil else { return [] }
        let standing = PictureStanding(
            person.consent, on: draft.publishAt.map { Day(of: $0) }, channel: draft.channel.consent, assumed: assumed)
        guard let refusal = PictureRefusal(standing, of: person, channel: draft.channel.consent),
            refusal.isObjection ? objections : consent && !onlyObjections
        else { return [] }
        return [refusal.observation(at: depicted.place)]
    }
}
