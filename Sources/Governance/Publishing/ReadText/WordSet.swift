/// Single words to look for, by their hash.
struct WordSet: Sendable {
    private let hashes: Set<UInt64>

    /// - Parameter words: in small plain letters, between spaces.
    init(_ words: String) {
        hashes = Set(words.split(whereSeparator: \.isWhitespace).map(WordHash.of))
    }

    func contains(_ word: TextWord) -> Bool { hashes.contains(word.hash) || hashes.contains(word.stem) }

    /// The first of these words that is in the set.
    func first(in text: ReadText, _ words: Range<Int>) -> Int? { words.first { contains(text.words[$0]) } }
}

extension WordPhrases {
    /// Of names and words that somebody else wrote: folded as texts are, blank ones left out.
    init(written: [String]) {
        self.init(written.map { ReadText(field: "", $0).plainWords })
    }
}

extension ReadText {
    /// The words in small plain letters, between single spaces.
    fileprivate var plainWords: String {
        words.indices.map { folded(word: $0).filter { $0 != "'" } }.joined(separator: " ")
    }
}
