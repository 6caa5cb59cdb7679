/// Single words to look for, by their hash.
struct WordSet: Sendable {
    private let table: HashTable

    /// - Parameter words: in small plain letters, between spaces.
    init(_ words: String) { self.init(hashes: words.split(whereSeparator: \.isWhitespace).map(WordHash.of)) }

    init(hashes: [UInt64]) {
        var table = HashTable(capacity: hashes.count)
        for hash in hashes { table.set(hash, 0) }
        self.table = table
    }

    @inline(__always)
    func contains(_ hash: UInt64) -> Bool { table.find(hash) != HashTable.none }

    /// With or without a possessive's `'s`.
    func contains(_ word: TextWord) -> Bool { contains(word.hash) || contains(word.stem) }

    /// The first of these words that is in the set.
    func first(in text: ReadText, _ words: Range<Int>) -> Int? { words.first { contains(text.words[$0]) } }
}

extension WordPhrases {
    /// Of names and words that somebody else wrote: folded as texts are, blank ones left out.
    init(written: [String]) {
        self.init(written.map { ReadText(FieldText("", $0)).plainWords })
    }
}

extension ReadText {
    /// The words in small plain letters, between single spaces.
    fileprivate var plainWords: String {
        words.indices.map { folded(word: $0).filter { $0 != "'" } }.joined(separator: " ")
    }
}
