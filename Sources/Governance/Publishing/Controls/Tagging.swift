/// Tagging people in pictures is thought about first.
package struct Tagging: Control {
    package static let id = "publishing.tagging"
    package static let about =
        """
        Notices tags on pictures and videos, and handles such as @museum in what is said beside them, which most networks \
        make a tag; where the policy asks to think of turning tagging off.
        """
    package static let parameters: [Parameter] = []
    package static let codes = ["tagging"]

    package init(_ arguments: Arguments) {}

    package func examine(_ post: PublishPost) -> [Observation] { tags(of: post.draft) + handles(in: post) }

    /// Beside a picture alone: the words are of pictures. A website makes no tag of a handle, and to LinkedIn it goes as
    /// plain words.
    private func handles(in post: PublishPost) -> [Observation] {
        guard !post.draft.media.isEmpty, post.draft.channel == .social else { return [] }
        return Handles.of(post.draft.text).map { handle in
            Observation(
                "tagging", at: Place("text"), evidence: handle, basis: .record,
                says: "“\(handle)” in the text tags that account beside the picture, on a network that knows it.",
                advice: "Write the name without @ unless the tag is needed.")
        }
    }

    private func tags(of draft: Draft) -> [Observation] {
        draft.media.enumerated().compactMap { index, medium in
            guard !medium.tags.isEmpty else { return nil }
            let tags = medium.tags.map { "“\($0)”" }.joined(separator: ", ")
            return Observation(
                "tagging", at: Place("media[\(index)].tags"), evidence: medium.tags.joined(separator: " "),
                basis: .record, says: "\(Ordinal.picture(index).capitalisedFirst) is tagged: \(tags).",
                advice: "Publish it without tags unless they are needed.")
        }
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init("no tags", .example { $0.media = [.example()] }, finds: []),
        .init("no picture", .example("Hello @museum"), finds: []),
        .init("two pictures without tags", .example { $0.media = [.example(), .example()] }, finds: []),
        .init("a tag", .example { $0.media = [.example { $0.tags = ["@museum"] }] }, finds: ["tagging"]),
        .init(
            "two tags on one picture", .example { $0.media = [.example { $0.tags = ["@a", "@b"] }] }, finds: ["tagging"]
        ),
        .init(
            "tags on two pictures",
            .example { $0.media = [.example { $0.tags = ["@a"] }, .example { $0.tags = ["@b"] }] },
            finds: ["tagging", "tagging"]),
        .init(
            "a handle beside a picture",
            .example {
                $0.text = "Thank you @museum for the visit"
                $0.media = [.example()]
            }, finds: ["tagging"]),
        .init(
            "a handle beside a picture on the website",
            .example {
                $0.channel = .website
                $0.text = "Thank you @museum for the visit"
                $0.media = [.example()]
            }, finds: []),
        .init(
            "an address and a time beside a picture",
            .example {
                $0.text = "Write to office@quay.example, or come @3pm or @ 4"
                $0.media = [.example()]
            }, finds: []),
    ]
}
