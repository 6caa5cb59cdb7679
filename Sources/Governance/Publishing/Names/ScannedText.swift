/// A text cut into words of plain letters, each knowing where it stood, how it was written and what came before it.
struct ScannedText {
    /// What stands between two words, as a set.
    struct Gap: OptionSet, Sendable {
        let rawValue: UInt32
        static let space = Gap(rawValue: 1 << 0)
        static let newline = Gap(rawValue: 1 << 1)
        static let paragraph = Gap(rawValue: 1 << 2)
        static let hyphen = Gap(rawValue: 1 << 3)
        static let apostrophe = Gap(rawValue: 1 << 4)
        static let dot = Gap(rawValue: 1 << 5)
        static let stop = Gap(rawValue: 1 << 6)
        static let comma = Gap(rawValue: 1 << 7)
        static let colon = Gap(rawValue: 1 << 8)
        static let underscore = Gap(rawValue: 1 << 9)
        static let slash = Gap(rawValue: 1 << 10)
        static let open = Gap(rawValue: 1 << 11)
        static let close = Gap(rawValue: 1 << 12)
        static let quote = Gap(rawValue: 1 << 13)
        static let and = Gap(rawValue: 1 << 14)
        static let hash = Gap(rawValue: 1 << 15)
        static let at = Gap(rawValue: 1 << 16)
        static let emphasis = Gap(rawValue: 1 << 17)
        static let symbol = Gap(rawValue: 1 << 18)
        static let digit = Gap(rawValue: 1 << 19)
        /// The text's own beginning or end.
        static let edge = Gap(rawValue: 1 << 20)

        static let blank: Gap = [.space, .newline, .paragraph]
    }

    enum Setting: UInt8, Sendable { case prose, hashtag, handle, link }

    struct Word: Sendable {
        /// In Unicode scalars of the text as given; `to` exclusive.
        var from: Int32 = 0
        var to: Int32 = 0
        /// The word's letters in `units`.
        var low: Int32 = 0
        var high: Int32 = 0
        var gap: Gap = .edge
        var setting: Setting = .prose
        /// First letter a capital, or of a script without capitals.
        var startsUpper = false
        /// Every letter a capital.
        var isAllUpper = false
        var traits: WordTraits = []

        @inline(__always) var length: Int { Int(high - low) }
    }

    /// Where the letters of a joined or damaged word may also be read otherwise: ü as ue, 0 as o.
    struct Alternative: Sendable, Equatable {
        var firstWord: Int
        var lastWord: Int
        var units: [UInt32]
        /// Where it stands in the text, signs included.
        var from: Int32
        var to: Int32
    }

    /// Where a unit stands, and the running hashes up to and with it.
    struct Mark: Sendable {
        var from: Int32 = 0
        var to: Int32 = 0
        var exact: UInt64 = 0
        /// The hash without doubled consonants, and how many units went into it.
        var loose: UInt64 = 0
        var looseCount: Int32 = 0
    }

    var words: [Word] = []
    /// Letters 1 to 26, or a scalar of another script.
    var units: [UInt32] = []
    /// One before the first unit, and one after each.
    var marks: [Mark] = [Mark()]
    private let powers = SpellingHash.powers
    var alternatives: [Alternative] = []
    /// What follows the last word.
    var lastGap: Gap = .edge

    /// Where a unit stands in the text as given.
    @inline(__always)
    func from(_ unit: Int) -> Int32 { marks[unit + 1].from }

    @inline(__always)
    func to(_ unit: Int) -> Int32 { marks[unit + 1].to }

    @inline(__always)
    func hash(_ low: Int, _ high: Int) -> UInt64 {
        SpellingHash.finished(marks[high].exact &- marks[low].exact &* powers[high - low])
    }

    @inline(__always)
    func looseHash(_ low: Int, _ high: Int) -> UInt64 {
        let count = Int(marks[high].looseCount - marks[low].looseCount)
        return SpellingHash.looseForm(
            SpellingHash.finished(marks[high].loose &- marks[low].loose &* powers[count]))
    }

    /// What stands after a word.
    @inline(__always)
    func gap(after word: Int) -> Gap { word + 1 < words.count ? words[word + 1].gap : lastGap }

    /// The words before and after this one that nothing separates from it: `Jamie`, `Thornton` of `JamieThornton`.
    func run(around word: Int) -> (first: Int, last: Int) {
        var (first, last) = (word, word)
        while first > 0, words[first].gap.isEmpty { first -= 1 }
        while last + 1 < words.count, words[last + 1].gap.isEmpty { last += 1 }
        return (first, last)
    }

    /// The word a unit belongs to.
    func word(holding unit: Int) -> Int {
        var low = 0
        var high = words.count - 1
        while low < high {
            let middle = (low + high) / 2
            if Int(words[middle].high) <= unit { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
