/// The author says whether anyone's privacy or rights are infringed.
package struct Privacy: Control {
    package static let id = "publishing.privacy"
    package static let about = """
        Where a private person is named, shown or described, the author is asked whether it infringes their privacy or \
        rights; yes, or no answer, holds the post.
        """
    package static let parameters: [Parameter] = []
    package static let codes = ["privacy_unanswered"]

    package init(_ arguments: Arguments) {}

    package func examine(_ post: PublishPost) -> [Observation] {
        guard post.draft.privacyAsked, post.draft.infringesPrivacy != false else { return [] }
        let isYes = post.draft.infringesPrivacy == true
        return [
            Observation(
                "privacy_unanswered", .likely, basis: .record,
                says: isYes
                    ? "You said that this may infringe someone's privacy or rights."
                    : "You have not said whether this infringes anyone's privacy or rights.",
                advice: isYes ? "Leave that person out, or ask a senior leader." : "Answer the question on the page.")
        ]
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init("not asked", post(asked: false, answer: nil), finds: []),
        .init("asked, and no", post(asked: true, answer: false), finds: []),
        .init("no, without being asked", post(asked: false, answer: false), finds: []),
        .init("asked and not answered", post(asked: true, answer: nil), finds: ["privacy_unanswered"]),
        .init("asked, and yes", post(asked: true, answer: true), finds: ["privacy_unanswered"]),
        .init(
            "asked and not answered, with a picture", post(asked: true, answer: nil, media: [.example()]),
            finds: ["privacy_unanswered"]),
    ]

    private static func post(asked: Bool, answer: Bool?, media: [Medium] = []) -> PublishPost {
        .example("Our neighbour opened her garden.") {
            $0.privacyAsked = asked
            $0.infringesPrivacy = answer
            $0.media = media
        }
    }
}
