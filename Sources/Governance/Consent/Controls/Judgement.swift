/// A picture goes out only when its author and whoever approves it have answered for it.
package struct Judgement: Control {
    package static let id = "consent.judgement"
    package static let about = """
        Stops a picture that its author, and at publication whoever approves it, has not judged: suitable dress, nobody \
        made fun of, nobody on the list, nothing private in the background.
        """
    package static let parameters: [Parameter] = []
    package static let codes = ["image_not_judged"]

    package init(_ arguments: Arguments) {}

    package func examine(_ post: PublishPost) -> [Observation] {
        guard let judged = post.judgements else { return [] }
        return post.draft.media.enumerated().compactMap { index, medium in
            let picture = Ordinal.picture(index)
            if !judged.author.contains(medium.id) {
                return observation(
                    index, medium.id, "Its author has not answered for \(picture) yet.",
                    "Look at it, and tick what is true of it.")
            }
            guard judged.isForPublication, !judged.approver.contains(medium.id) else { return nil }
            return observation(
                index, medium.id, "Whoever approves it has not answered for \(picture) yet.",
                "Look at it, and tick that it may be shown.")
        }
    }

    private func observation(_ index: Int, _ id: String, _ says: String, _ advice: String) -> Observation {
        Observation(
            "image_not_judged", at: Place("media[\(index)]"), evidence: id, basis: .record, says: says, advice: advice)
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init("a post without pictures", .example(judged: none), finds: []),
        .init("where nobody asks for a judgement", .example { $0.media = [.example()] }, finds: []),
        .init("judged by its author, to be sent", .example(judged: byAuthor) { $0.media = [.example()] }, finds: []),
        .init("judged by both, to be published", .example(judged: byBoth) { $0.media = [.example()] }, finds: []),
        .init(
            "judged by nobody, to be sent", .example(judged: none) { $0.media = [.example()] },
            finds: ["image_not_judged"]),
        .init(
            "judged by its author alone, to be published", .example(judged: byAuthorAlone) { $0.media = [.example()] },
            finds: ["image_not_judged"]),
        .init(
            "one of two pictures judged",
            .example(judged: byAuthor) { $0.media = [.example(), .example { $0.id = "other" }] },
            finds: ["image_not_judged"]),
    ]

    private static let none = PictureJudgements(author: [], approver: [], isForPublication: false)
    private static let byAuthor = PictureJudgements(author: [picture], approver: [], isForPublication: false)
    private static let byAuthorAlone = PictureJudgements(author: [picture], approver: [], isForPublication: true)
    private static let byBoth = PictureJudgements(author: [picture], approver: [picture], isForPublication: true)
    private static let picture = Medium.example().id
}
