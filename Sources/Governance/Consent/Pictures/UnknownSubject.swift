/// A picture of which it is not known who is in it.
enum UnknownSubject {
    /// Pictures of which nobody said who is in them.
    static func unsaid(in post: PublishPost) -> [Observation] {
        post.draft.media.indices.filter { post.draft.media[$0].depicts == nil }.map { index in
            Observation(
                "image_subject_unknown", .likely, at: Place("media[\(index)].depicts"), evidence: "media[\(index)]",
                basis: .record, says: "Nobody has said who is in \(Ordinal.picture(index)).",
                advice: "Name everyone in it, or say that nobody is.")
        }
    }

    static func unclear(_ depicted: Depicted, _ fits: [Person]) -> Observation {
        let typed = "\u{201C}\(depicted.typed)\u{201D}"
        return Observation(
            "image_subject_unknown", .likely, refs: fits.map(\.ref), at: depicted.place, evidence: depicted.typed,
            basis: .record,
            says: fits.isEmpty ? "\(typed) is nobody on the roll." : "\(typed) fits \(fits.count) people on the roll.",
            advice: fits.isEmpty ? "Choose the person from the roll." : "Say which of them it is.")
    }
}
