/// What may harm the school's standing is talked over first.
package struct Standing: Control {
    package static let id = "publishing.standing"
    package static let about = "Holds a post that its own author marked as one that may harm the school's standing."
    package static let parameters: [Parameter] = []
    package static let codes = ["disrepute"]

    package init(_ arguments: Arguments) {}

    package func examine(_ post: PublishPost) -> [Observation] {
        guard post.draft.mayHarmStanding else { return [] }
        return [
            Observation(
                "disrepute", .likely, basis: .record,
                says: "You marked this post as one that may harm the school's standing.",
                advice: "Talk it over with a senior leader, who can release it.")
        ]
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init("an ordinary post", .example("Sports day"), finds: []),
        .init("an ordinary picture", .example { $0.media = [.example()] }, finds: []),
        .init("a personal post", .example("My garden") { $0.capacity = .personalAccount }, finds: []),
        .init("marked by its author", .example("Our results") { $0.mayHarmStanding = true }, finds: ["disrepute"]),
        .init("marked, without text", .example { $0.mayHarmStanding = true }, finds: ["disrepute"]),
        .init(
            "marked, on a personal account",
            .example {
                $0.mayHarmStanding = true
                $0.capacity = .personalAccount
            }, finds: ["disrepute"]),
    ]
}
