/// What children read does them no harm.
package struct HarmToChildren: Control {
    package static let id = "publishing.harm-to-children"
    package static let about = """
        Where children are the readers, is stricter with what may harm them: words that may be offensive, and heated \
        ones, count one step more than they do elsewhere.
        """
    package static let parameters: [Parameter] = []
    package static let codes = Offensive.codes + HeatedWording.codes

    private let offensive: Offensive
    private let heated: HeatedWording

    package init(_ arguments: Arguments) {
        offensive = Offensive(arguments)
        heated = HeatedWording(arguments)
    }

    package func examine(_ post: PublishPost) -> [Observation] {
        guard post.draft.readByChildren else { return [] }
        return (offensive.examine(post) + heated.examine(post)).map { seen in
            var seen = seen
            seen.certainty = seen.certainty.oneSurer
            seen.says += " Children read this account."
            return seen
        }
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init(
            "an ordinary post for children", .example("We sang at the farm.") { $0.readByChildren = true }, finds: []),
        .init(
            "a calm word about a heated one", .example("We talked about anger today.") { $0.readByChildren = true },
            finds: []),
        .init("heated words for families", .example("How dare they do this?"), finds: []),
        .init(
            "heated words for children", .example("How dare they do this?") { $0.readByChildren = true },
            finds: ["heated_wording"]),
        .init(
            "what may insult, for children", .example("He is a liar.") { $0.readByChildren = true },
            finds: ["offensive"]
        ),
        .init("the same for families", .example("He is a liar."), finds: []),
    ]
}

extension Observation.Certainty {
    /// A hint counts as what may be, and that as what is.
    fileprivate var oneSurer: Self { self == .slight ? .likely : .plain }
}
