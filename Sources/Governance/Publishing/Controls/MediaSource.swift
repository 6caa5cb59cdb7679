/// A picture says whose it is.
package struct MediaSource: Control {
    package static let id = "publishing.media-source"
    package static let about =
        "Finds pictures, videos and shared words of somebody else that do not say whose they are, and pictures and videos of "
        + "which nobody has said whose they are."
    package static let parameters: [Parameter] = []
    package static let codes = ["copyright_permission"]

    package init(_ arguments: Arguments) {}

    package func examine(_ post: PublishPost) -> [Observation] {
        var seen: [Observation] = []
        if let source = post.draft.sharedFrom, Self.isUnsaid(source.author) {
            seen.append(Self.observation("What is shared here", "shared_from", "shared_from"))
        }
        for (index, medium) in post.draft.media.enumerated() {
            let field = "media[\(index)].third_party"
            guard let source = medium.thirdParty else {
                if medium.isSourceUnsaid { seen.append(.sourceUnsaid(index, at: field, medium.id)) }
                continue
            }
            guard Self.isUnsaid(source.author) else { continue }
            seen.append(Self.observation(Ordinal.picture(index).capitalisedFirst, field, medium.id))
        }
        return seen
    }

    private static func isUnsaid(_ author: String?) -> Bool {
        author?.allSatisfy(\.isWhitespace) ?? true
    }

    private static func observation(_ what: String, _ field: String, _ evidence: String) -> Observation {
        Observation(
            "copyright_permission", at: Place(field), evidence: evidence, basis: .record,
            says: "\(what) is somebody else's, and it is not said whose.",
            advice: "Say who made it, or use something of the school's own.")
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init("the school's own picture", .example { $0.media = [.example()] }, finds: []),
        .init(
            "an author named", .example { $0.media = [.example { $0.thirdParty = ThirdParty(author: "A. Lens") }] },
            finds: []),
        .init("shared from a named author", .example { $0.sharedFrom = ThirdParty(author: "The museum") }, finds: []),
        .init(
            "no author", .example { $0.media = [.example { $0.thirdParty = ThirdParty(permission: true) }] },
            finds: ["copyright_permission"]),
        .init(
            "a picture of which nobody said whose it is",
            .example { $0.media = [.example { $0.isSourceUnsaid = true }] }, finds: ["copyright_permission"]),
        .init(
            "a blank author", .example { $0.media = [.example { $0.thirdParty = ThirdParty(author: " ") }] },
            finds: ["copyright_permission"]),
        .init(
            "shared from nobody knows whom", .example { $0.sharedFrom = ThirdParty(permission: true) },
            finds: ["copyright_permission"]),
    ]
}

extension Observation {
    /// Nobody has said whose a picture is, so nothing says that it may be used.
    static func sourceUnsaid(
        _ index: Int, _ certainty: Certainty = .plain, at field: String, _ evidence: String
    ) -> Observation {
        Observation(
            "copyright_permission", certainty, at: Place(field), evidence: evidence, basis: .record,
            says: "Nobody has said whose \(Ordinal.picture(index)) is.",
            advice: "Say that it is the school's own, or whose it is and whether they allow it.")
    }
}
