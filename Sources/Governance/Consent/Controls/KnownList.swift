/// Whoever posts pictures knows who must not be in them.
package struct KnownList: Control {
    package static let id = "consent.list-known"
    package static let about = """
        Stops a post with pictures whose writer has not said that they know the list of those who must not be published, \
        as it stands. A post without pictures breaks no such list.
        """
    package static let parameters: [Parameter] = []
    package static let codes = ["image_list_unknown"]

    package init(_ arguments: Arguments) {}

    package func examine(_ post: PublishPost) -> [Observation] {
        guard !post.draft.media.isEmpty, post.draft.capacity == .schoolAccount, let writers = post.listUnknownTo else {
            return []
        }
        return writers.map { name in
            Observation(
                "image_list_unknown", basis: .record,
                says: "\(name) has not read the list of those who must not be published since it changed.",
                advice: "Open \u{201C}Pictures and consent\u{201D}, read the list and say so; it takes a minute.")
        }
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init("whoever wrote it knows the list", picture(unknownTo: []), finds: []),
        .init("a draft whose writer is not known, as when it is screened", picture(unknownTo: nil), finds: []),
        .init(
            "words without a picture",
            PublishPost(
                draft: PublishPost.example("Sports day").draft, roll: Roll([]),
                listUnknownTo: ["Anna Whitcombe"]), finds: []),
        .init(
            "a writer who has not read the change", picture(unknownTo: ["Anna Whitcombe"]),
            finds: ["image_list_unknown"]),
        .init(
            "two who have not", picture(unknownTo: ["Anna Whitcombe", "Tom Ashworth"]),
            finds: ["image_list_unknown", "image_list_unknown"]),
        .init(
            "on a personal account it is another control's matter",
            picture(unknownTo: ["Anna Whitcombe"], .personalAccount), finds: []),
    ]

    private static func picture(
        unknownTo names: [String]?, _ capacity: Draft.Capacity = .schoolAccount
    ) -> PublishPost {
        PublishPost(
            draft: PublishPost.example {
                $0.media = [.example([])]
                $0.capacity = capacity
            }.draft, roll: Roll([]), listUnknownTo: names)
    }
}
