/// Praise or blame of the organisation's suppliers.
package struct SupplierOpinion: Control {
    package static let id = "publishing.supplier-opinion"
    package static let about = """
        Finds praise or blame within a sentence of the name of a supplier on the organisation's list, also in a hashtag \
        or a handle. Naming a supplier, or thanking one, is not found.
        """
    package static let parameters: [Parameter] = []
    package static let codes = ["supplier_endorsement"]

    static let praise: Set<String> = [
        "great", "excellent", "brilliant", "best", "amazing", "fantastic", "recommend", "recommended", "love", "loved",
        "wonderful", "superb", "outstanding", "delicious", "reliable", "impressed", "perfect", "favourite", "fabulous",
        "awesome", "better", "finest", "stars", "thrilled", "endorse", "stunning", "unbeatable", "tasty", "lovely",
        "incredible", "trusted",
    ]
    static let blame: Set<String> = [
        "terrible", "awful", "rude", "late", "worst", "poor", "disgusting", "rubbish", "useless", "disappointing",
        "disappointed", "avoid", "overpriced", "unreliable", "failed", "shocking", "dreadful", "bad", "appalling",
        "inedible", "joke", "nightmare", "shambles", "worse", "hate", "hated", "pathetic", "broken", "shoddy",
        "hopeless",
    ]

    package init(_ arguments: Arguments) {}

    package func examine(_ post: PublishPost) -> [Observation] {
        let suppliers = post.organisation.suppliers.map(Supplier.init)
        return post.fields.flatMap { field in
            field.topics.contains(.opinion) ? suppliers.compactMap { opinion(of: $0, in: field) } : []
        }
    }

    private struct Supplier {
        let name: String
        /// Of its words, and of all of them written together (`WordHash`).
        let words: [UInt64]
        let joined: UInt64

        init(_ name: String) {
            let read = ReadField(FieldText("", name))
            self.name = name
            words = read.words.map(\.hash)
            joined = WordHash.of(read.words.indices.map(read.folded).joined())
        }
    }

    private func opinion(of supplier: Supplier, in field: ReadField) -> Observation? {
        guard let first = supplier.words.first else { return nil }
        for (index, word) in field.words.enumerated() where word.hash == first || word.hash == supplier.joined {
            let isWhole = field.words[index...].prefix(supplier.words.count).map(\.hash) == supplier.words
            guard isWhole || word.hash == supplier.joined else { continue }
            if supplier.words.count == 1, supplier.name.first?.isUppercase == true, isPlainWord(index, in: field) {
                continue
            }
            let last = isWhole ? index + supplier.words.count - 1 : index
            guard let judgement = judgement(near: index, last, in: field) else { continue }
            return Observation(
                "supplier_endorsement", refs: [],
                at: field.place(min(index, judgement), through: max(last, judgement)),
                evidence: supplier.name, basis: .reading,
                says: "A supplier of ours, \u{201C}\(supplier.name)\u{201D}, is judged: "
                    + "\u{201C}\(field.quote(judgement, through: judgement))\u{201D}.",
                advice: "Leave the praise or blame out; naming or thanking a supplier is fine.")
        }
        return nil
    }

    /// "The best apple pie", "Apple crumble": a short name that is a word here.
    private func isPlainWord(_ index: Int, in field: ReadField) -> Bool {
        let word = field.words[index]
        guard word.length < 6, !word.isTagged else { return false }
        guard word.isCapitalised else { return true }
        guard word.beginsSentence, index + 1 < field.words.count else { return false }
        let next = field.words[index + 1]
        return !next.beginsSentence && !next.isCapitalised && !Self.doing.contains(field.folded(index + 1))
    }

    private static let doing: Set<String> = [
        "is", "are", "was", "were", "has", "have", "had", "make", "makes", "made", "gave", "give", "did", "does", "do",
        "let", "never", "always", "failed", "sent", "cooked", "delivered", "again", "and", "really", "just",
    ]

    /// The nearest judgement in the supplier's sentence, or in one beside it that is about it.
    private func judgement(near first: Int, _ last: Int, in field: ReadField) -> Int? {
        let own = field.sentence(of: first)
        var (before, after) = (own.lowerBound, own.upperBound)
        if before > 0, case let beside = field.sentence(of: before - 1), isAboutNeighbour(beside, field) {
            before = beside.lowerBound
        }
        if after < field.words.count, case let beside = field.sentence(of: after), isAboutNeighbour(beside, field) {
            after = beside.upperBound
        }
        return (before..<after).filter { ($0 < first || $0 > last) && field.words[$0].topics.contains(.opinion) }
            .min { abs($0 - first) < abs($1 - first) }
    }

    /// A shout, or a sentence that says "they": one with a subject of its own is about that.
    private func isAboutNeighbour(_ sentence: Range<Int>, _ field: ReadField) -> Bool {
        sentence.count < 4
            || sentence.contains { ["they", "their", "them", "it", "its", "this"].contains(field.folded($0)) }
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init(
            "praise of somebody else beside it",
            .example("Our pupils were amazing. Lunch is by Brightmeal Catering."), finds: []),
        .init("no supplier", .example("Lunch was delicious today."), finds: []),
        .init("a supplier named", .example("Lunch by Brightmeal Catering from Monday."), finds: []),
        .init("a supplier thanked", .example("Thank you, Brightmeal Catering."), finds: []),
        .init("another firm praised", .example("The bakery in the market is excellent."), finds: []),
        .init("praise", .example("Brightmeal Catering cooked a delicious lunch."), finds: ["supplier_endorsement"]),
        .init("blame in the next sentence", .example("Swiftkit came. Late again!"), finds: ["supplier_endorsement"]),
        .init("possessive", .example("Swiftkit's shirts are the best."), finds: ["supplier_endorsement"]),
        .init("a hashtag", .example("Best shirts ever #Swiftkit"), finds: ["supplier_endorsement"]),
    ]
}
