/// One field of a draft, folded and cut into words once, for all the controls that read it.
package struct ReadText: Sendable {
    private let source: FieldText
    private let folding: FoldedText
    let words: [TextWord]

    package init(_ source: FieldText) {
        self.source = source
        folding = FoldedText(source.scalars)
        words = WordCutter.cut(folding.bytes, folding.upper)
    }

    /// The field folded (`FoldedScalar`), without what is dropped.
    var bytes: [UInt8] { folding.bytes }

    /// The bytes that are neither a letter nor white space, and letters that follow two of their kind.
    var signs: [Int] { folding.signs }

    /// How many letters stand in capitals, and how many in all.
    var capitals: Int { folding.upper.count { $0 } }
    var letters: Int { bytes.count(where: Self.isLetter) }

    package var field: String { source.field }

    /// The place of folded bytes, as a range of the original.
    func place(_ range: Range<Int>) -> Place { source.place(original(range)) }

    /// The passage as it stands in the original.
    func passage(_ range: Range<Int>) -> String { source.passage(original(range)) }

    /// The passage's scalars as they stand in the original.
    func scalars(_ range: Range<Int>) -> ArraySlice<UInt32> { source.scalars[original(range)] }

    private func original(_ range: Range<Int>) -> Range<Int> {
        folding.offsets.map { $0[range.lowerBound]..<$0[range.upperBound - 1] + 1 } ?? range
    }

    /// The passage in quotation marks, shortened for a sentence.
    func quoted(_ range: Range<Int>) -> String {
        let passage = passage(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return passage.count > 80 ? "“\(passage.prefix(77))…”" : "“\(passage)”"
    }

    func folded(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    func bytes(ofWords range: Range<Int>) -> Range<Int> {
        Int(words[range.lowerBound].start)..<Int(words[range.upperBound - 1].end)
    }

    func folded(word index: Int) -> String { folded(bytes(ofWords: index..<index + 1)) }

    /// The words of the sentence in which a word stands.
    func sentence(around word: Int) -> Range<Int> {
        var from = word
        while from > 0, words[from].gap != .sentence { from -= 1 }
        var to = word + 1
        while to < words.count, words[to].gap != .sentence { to += 1 }
        return from..<to
    }

    /// The word that a byte is in, or the next after it.
    func word(at byte: Int) -> Int {
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if Int(words[middle].end) <= byte { low = middle + 1 } else { high = middle }
        }
        return low
    }

    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool { byte &- 97 < 26 || byte == FoldedScalar.letter }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

    @inline(__always)
    static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
}

/// One word of a field: letters and digits, with apostrophes inside.
struct TextWord: Sendable {
    /// What stands between the word before and this one.
    enum Gap: UInt8, Sendable {
        /// White space, a hyphen, quotation marks, an emoji, or nothing at all (`#VoteLabour`).
        case near
        /// A comma, a bracket, a semicolon.
        case comma
        /// The end of a sentence, an empty line, or the beginning of the text.
        case sentence
    }

    let start: Int32
    let end: Int32
    /// Of its letters and digits, folded, without apostrophes.
    let hash: UInt64
    /// The same without a possessive's `'s`; the hash where there is none.
    let stem: UInt64
    let gap: Gap
    /// In a hashtag, a handle or an address.
    let isTagged: Bool
    let isCapital: Bool
    let isAllCapitals: Bool

    var length: Int { Int(end - start) }
}
