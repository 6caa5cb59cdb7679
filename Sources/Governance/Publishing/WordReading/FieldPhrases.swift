/// Phrases of folded words, looked for at a word of a field.
struct FieldPhrases: Sendable {
    let phrases: [[String]]
    private let hashes: [[UInt64]]
    /// Of the first word of each.
    private let firsts: [UInt64]

    init(_ phrases: [[String]]) {
        self.phrases = phrases
        hashes = phrases.map { $0.map(WordHash.of) }
        firsts = hashes.map { $0[0] }
    }

    /// The first of the list that stands at a word.
    func first(at index: Int, in field: ReadField) -> [String]? {
        let hash = field.words[index].hash
        for number in firsts.indices where firsts[number] == hash && field.reads(hashes[number], at: index) {
            return phrases[number]
        }
        return nil
    }
}
