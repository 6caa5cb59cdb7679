/// One field of a draft, folded and cut into words once, for all the controls that read it.
package struct ReadText: Sendable {
    package let field: String
    package let original: String
    /// The field folded (`FoldedScalar`), without what is dropped.
    let bytes: [UInt8]
    /// Where each byte stands in the original, in Unicode scalars, and the length at the end.
    let offsets: [Int32]
    let words: [TextWord]
    /// How many letters stand in capitals, and how many in all.
    let capitals: Int
    let letters: Int

    init(field: String, _ original: String) {
        self.field = field
        self.original = original
        var bytes: [UInt8] = []
        var offsets: [Int32] = []
        var upper: [Bool] = []
        let size = original.utf8.count
        bytes.reserveCapacity(size)
        offsets.reserveCapacity(size + 1)
        upper.reserveCapacity(size)
        var offset: Int32 = 0
        var capitals = 0
        var letters = 0
        for scalar in original.unicodeScalars {
            let byte = FoldedScalar.fold(scalar.value)
            if byte != FoldedScalar.dropped {
                let isUpper = scalar.value < 128 ? scalar.value != byte && byte > 96 : scalar.properties.isUppercase
                bytes.append(byte)
                offsets.append(offset)
                upper.append(isUpper)
                if ReadText.isLetter(byte) {
                    letters += 1
                    if isUpper { capitals += 1 }
                }
            }
            offset += 1
        }
        offsets.append(offset)
        self.bytes = bytes
        self.offsets = offsets
        self.capitals = capitals
        self.letters = letters
        words = WordCutter.cut(bytes, upper)
    }

    /// The place of folded bytes, as a range of the original.
    func place(_ range: Range<Int>) -> Place {
        Place(field, from: Int(offsets[range.lowerBound]), to: Int(offsets[range.upperBound - 1]) + 1)
    }

    /// The passage as it stands in the original.
    func passage(_ range: Range<Int>) -> String {
        let scalars = original.unicodeScalars
        let from = scalars.index(scalars.startIndex, offsetBy: Int(offsets[range.lowerBound]))
        let to = scalars.index(from, offsetBy: Int(offsets[range.upperBound - 1] + 1 - offsets[range.lowerBound]))
        return String(scalars[from..<to])
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
