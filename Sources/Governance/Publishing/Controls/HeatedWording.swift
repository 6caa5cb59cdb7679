/// Wording that an author may regret. Word lists only hint; a person decides.
package struct HeatedWording: Control {
    package static let id = "publishing.heated-wording"
    package static let about = """
        Hints at heated wording: words of anger, or a shout of four words and more in capitals beside one. Joy in \
        capitals is not found.
        """
    package static let parameters: [Parameter] = []
    package static let codes = ["heated_wording"]

    static let words: Set<String> = [
        "disgusting", "disgusted", "disgraceful", "shameful", "shame", "outrageous", "outrage", "appalling", "pathetic",
        "ridiculous", "idiotic", "idiot", "idiots", "moron", "morons", "dare", "sick", "fed", "joke", "nonsense",
        "rubbish", "furious", "livid", "unacceptable", "stupid", "moaners", "whingers", "clueless", "vile", "rant",
    ]
    /// Words that need their neighbours to be heated.
    private static let phrases: [String: [[String]]] = [
        "shame": [["shame", "on"]], "dare": [["how", "dare"]], "sick": [["sick", "of"], ["sick", "and", "tired"]],
        "fed": [["fed", "up"]], "joke": [["absolute", "joke"], ["utter", "joke"], ["a", "joke", "of"]],
        "rubbish": [["utter", "rubbish"], ["absolute", "rubbish"], ["total", "rubbish"], ["what", "rubbish"]],
        "nonsense": [["utter", "nonsense"], ["absolute", "nonsense"], ["total", "nonsense"]],
    ]

    package init(_ arguments: Arguments) {}

    package func examine(_ post: PublishPost) -> [Observation] {
        post.fields.compactMap { field in
            guard let index = field.words(about: .heat).first(where: { isHeated($0, in: field) }) else { return nil }
            let passage = field.quote(index, through: index)
            return Observation(
                "heated_wording", .slight, at: field.place(index, through: index), evidence: passage, basis: .reading,
                says: "This may read as heated: \u{201C}\(passage)\u{201D}.",
                advice: "Say it calmly, or let somebody read it first.")
        }
    }

    private func isHeated(_ index: Int, in field: ReadField) -> Bool {
        let word = field.folded(index)
        guard let phrases = Self.phrases[word] else { return true }
        return phrases.contains { field.reads($0, at: index - ($0.firstIndex(of: word) ?? 0)) }
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init("joy in capitals", .example("WELL DONE EVERYONE, WHAT A DAY!!!"), finds: []),
        .init("a sick bay", .example("The sick bay has new blankets; we fed the hens."), finds: []),
        .init("a joke", .example("The joke of the week was about a crab."), finds: []),
        .init("anger", .example("The parking this morning was absolutely ridiculous!"), finds: ["heated_wording"]),
        .init("a reproach", .example("Shame on those who left litter."), finds: ["heated_wording"]),
        .init("impatience", .example("We are fed up with the gossip."), finds: ["heated_wording"]),
    ]
}
