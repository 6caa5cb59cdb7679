/// Tagging people in pictures is thought about first.
package struct Tagging: Control {
    package static let id = "publishing.tagging"
    package static let about =
        "Notices tags on pictures and videos, where the policy asks to think of turning tagging off."
    package static let parameters: [Parameter] = []
    package static let codes = ["tagging"]

    package init(_ arguments: Arguments) {}

    package func examine(_ post: PublishPost) -> [Observation] {
        post.draft.media.enumerated().compactMap { index, medium in
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
    ]
}
