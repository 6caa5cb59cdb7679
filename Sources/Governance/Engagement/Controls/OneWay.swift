/// Accounts that speak one way: followers are sent to the school office.
package struct OneWay: Control {
    package static let id = "engagement.one-way"
    package static let about =
        "Stops an answer, in public or in private, from a school account that speaks one way only."
    package static let parameters: [Parameter] = []
    package static let codes = ["one_way_reply"]

    package init(_ arguments: Arguments) {}

    package func examine(_ post: PublishPost) -> [Observation] {
        guard post.draft.capacity == .schoolAccount, let author = post.draft.inReplyTo, author != .journalist else {
            return []
        }
        return [
            Observation(
                "one_way_reply", at: Place("text"), evidence: author.rawValue, basis: .record,
                says: "This answers somebody on an account that speaks one way only.",
                advice: "Give it to the school office, which answers by phone or e-mail.")
        ]
    }

    private static func reply(_ capacity: Draft.Capacity, to author: Draft.AuthorType?) -> PublishPost {
        .example("Thank you for asking.") {
            $0.capacity = capacity
            $0.inReplyTo = author
        }
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init("a post", reply(.schoolAccount, to: nil), finds: []),
        .init("a personal account", reply(.personalAccount, to: .parent), finds: []),
        .init("a journalist, whom another control answers", reply(.schoolAccount, to: .journalist), finds: []),
        .init("an answer to a parent", reply(.schoolAccount, to: .parent), finds: ["one_way_reply"]),
        .init("an answer to the public", reply(.schoolAccount, to: .public), finds: ["one_way_reply"]),
        .init("an answer to a pupil", reply(.schoolAccount, to: .pupil), finds: ["one_way_reply"]),
    ]
}
