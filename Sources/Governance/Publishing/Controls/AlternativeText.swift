/// A picture is described for those who do not see it.
package struct AlternativeText: Control {
    package static let id = "publishing.alternative-text"
    package static let about = "Asks for a description of every picture and video, for people who do not see it."
    package static let parameters: [Parameter] = []
    package static let codes = ["alt_missing"]

    package init(_ arguments: Arguments) {}

    package func examine(_ post: PublishPost) -> [Observation] {
        post.draft.media.enumerated().compactMap { index, medium in
            guard !Self.describes(medium.alt ?? "") else { return nil }
            return Observation(
                "alt_missing", at: Place("media[\(index)].alt"), evidence: medium.id, basis: .record,
                says: "\(Ordinal.picture(index).capitalisedFirst) has no description.",
                advice: "Say in a sentence what it shows, without naming pupils.")
        }
    }

    /// A word or more; not blank, not a file's name, not just the word for a picture.
    private static func describes(_ text: String) -> Bool {
        guard text.contains(where: \.isLetter) else { return false }
        let file = text.lowercased()
        if ["image", "photo", "photograph", "picture", "video", "img", "pic"].contains(file) { return false }
        return file.contains(" ")
            || ![".jpg", ".jpeg", ".png", ".gif", ".heic", ".webp", ".mp4", ".mov"].contains(where: file.hasSuffix)
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init("a description", .example { $0.media = [.example(alt: "The new library from the door")] }, finds: []),
        .init("no picture", .example("Hello"), finds: []),
        .init("one word", .example { $0.media = [.example(alt: "Bulbs")] }, finds: []),
        .init("none", .example { $0.media = [.example(alt: nil)] }, finds: ["alt_missing"]),
        .init("blank", .example { $0.media = [.example(alt: " \n")] }, finds: ["alt_missing"]),
        .init("a file's name", .example { $0.media = [.example(alt: "IMG_2041.JPG")] }, finds: ["alt_missing"]),
        .init(
            "the word that a tool puts there", .example { $0.media = [.example(alt: "Image")] }, finds: ["alt_missing"]),
        .init("one of two", .example { $0.media = [.example(), .example(alt: nil)] }, finds: ["alt_missing"]),
    ]
}
