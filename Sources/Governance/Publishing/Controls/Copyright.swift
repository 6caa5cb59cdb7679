/// Somebody else's material goes out with their permission, and where the policy says so with their name.
package struct Copyright: Control {
    package static let id = "publishing.copyright"
    package static let about = """
        Stops somebody else's pictures, videos or words unless their permission is on record; where asked, they must \
        be named too. A picture of which nobody has said whose it is waits until somebody does.
        """
    package static let parameters = [
        Parameter("credit", .flag, fallback: .flag(false), about: "whether the author must be named as well")
    ]
    package static let codes = ["copyright_permission"]

    private let credit: Bool

    package init(_ arguments: Arguments) {
        credit = arguments.flag("credit")
    }

    package func examine(_ post: PublishPost) -> [Observation] {
        var seen: [Observation] = []
        if let source = post.draft.sharedFrom {
            seen += about(source, "What is shared here", Place("shared_from"), "shared_from")
        }
        for (index, medium) in post.draft.media.enumerated() {
            let place = "media[\(index)].third_party"
            guard let source = medium.thirdParty else {
                if medium.isSourceUnsaid { seen.append(.sourceUnsaid(index, .likely, at: place, medium.id)) }
                continue
            }
            seen += about(source, Ordinal.picture(index).capitalisedFirst, Place(place), medium.id)
        }
        return seen
    }

    private func about(_ source: ThirdParty, _ what: String, _ place: Place, _ evidence: String) -> [Observation] {
        let author = source.author.flatMap { $0.isEmpty ? nil : "“\($0)”" } ?? "somebody else"
        if source.permission != true {
            return [
                Observation(
                    "copyright_permission", at: place, evidence: evidence, basis: .record,
                    says: "\(what) is by \(author), and no permission is on record.",
                    advice: "Ask for permission and record it, or use something of the school's own.")
            ]
        }
        guard credit, source.credited != true else { return [] }
        return [
            Observation(
                "copyright_permission", .likely, at: place, evidence: evidence, basis: .record,
                says: "\(what) is by \(author), who is not named.", advice: "Name the author in the post.")
        ]
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init("the school's own picture", .example { $0.media = [.example()] }, finds: []),
        .init("with permission", .example { $0.media = [picture(permission: true)] }, finds: []),
        .init(
            "with permission and credit", with: credited,
            .example { $0.media = [picture(permission: true, credited: true)] }, finds: []),
        .init(
            "words shared with permission", .example { $0.sharedFrom = ThirdParty(author: "BBC", permission: true) },
            finds: []),
        .init(
            "permission refused", .example { $0.media = [picture(permission: false)] }, finds: ["copyright_permission"]),
        .init(
            "permission not known", .example { $0.media = [picture(permission: nil)] }, finds: ["copyright_permission"]),
        .init(
            "permission without the credit asked for", with: credited,
            .example { $0.media = [picture(permission: true)] }, finds: ["copyright_permission"]),
        .init(
            "a picture of which nobody said whose it is",
            .example { $0.media = [.example { $0.isSourceUnsaid = true }] }, finds: ["copyright_permission"]),
        .init(
            "a video and words of somebody else",
            .example {
                $0.sharedFrom = ThirdParty(author: "A newspaper")
                $0.media = [picture(permission: false)]
            }, finds: ["copyright_permission", "copyright_permission"]),
    ]

    private static let credited: [String: ParameterValue] = ["credit": .flag(true)]

    private static func picture(permission: Bool?, credited: Bool? = nil) -> Medium {
        .example { $0.thirdParty = ThirdParty(author: "A photographer", permission: permission, credited: credited) }
    }
}
