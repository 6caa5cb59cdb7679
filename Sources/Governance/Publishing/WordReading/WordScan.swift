/// Cuts a field into words and hashes their folded letters, in one pass.
struct WordScan {
    private let scalars: [UInt32]
    private let table = LetterTable.shared
    private let lexicon = Lexicon.shared
    private var found: [ReadWord] = []
    private var topics = Topics()
    private var isAfterTag = false
    private var beginsSentence = true

    static func words(of scalars: [UInt32]) -> (words: [ReadWord], topics: Topics) {
        var scan = WordScan(scalars)
        scan.read()
        return (scan.found, scan.topics)
    }

    /// The letters and digits of a word, folded.
    static func letters(_ word: ArraySlice<UInt32>) -> [UInt8] {
        var letters: [UInt8] = []
        for value in word { LetterTable.shared[value].plainLetters(of: value) { letters.append($0) } }
        return letters
    }

    private init(_ scalars: [UInt32]) {
        self.scalars = scalars
        found.reserveCapacity(scalars.count / 5 + 4)
    }

    private mutating func read() {
        var index = 0
        while index < scalars.count {
            let entry = table[scalars[index]]
            if entry.isPlain {
                index = word(from: index)
                continue
            }
            switch entry.kind {
            case .mark, .invisible, .apostrophe: break
            case .hash, .at: isAfterTag = true
            case .stop, .newline:
                isAfterTag = false
                beginsSentence = true
            case .dot:
                isAfterTag = false
                if endsSentence(after: index) { beginsSentence = true }
            default: isAfterTag = false
            }
            index += 1
        }
    }

    /// Takes in the word that begins here.
    /// - Returns: what follows it.
    private mutating func word(from start: Int) -> Int {
        var hash = WordHash.start
        var (length, scalarCount, capitals) = (0, 0, 0)
        /// What stood before the word's last apostrophe.
        var (stem, stemLength) = (hash, 0)
        var (index, end) = (start, start)
        reading: while index < scalars.count {
            let entry = table[scalars[index]]
            if entry.isPlain {
                entry.plainLetters(of: scalars[index]) { letter in
                    hash = WordHash.adding(letter, to: hash)
                    length += 1
                }
                if entry.isUpper { capitals += 1 }
                scalarCount += 1
                index += 1
                end = index
                continue
            }
            switch entry.kind {
            case .mark, .invisible: end = index + 1
            case .apostrophe: (stem, stemLength) = (hash, length)
            default: break reading
            }
            index += 1
        }
        if stemLength > 0, length == stemLength + 1, hash == WordHash.adding(UInt8(ascii: "s"), to: stem) {
            (hash, length) = (stem, stemLength)
        }
        let about = lexicon.topics(of: hash)
        topics.formUnion(about)
        found.append(
            ReadWord(
                hash: hash, length: length, from: start, to: end, isCapitalised: table[scalars[start]].isUpper,
                isCapitals: scalarCount > 1 && capitals == scalarCount, beginsSentence: beginsSentence,
                isTagged: isAfterTag, topics: about))
        beginsSentence = false
        isAfterTag = false
        return index
    }

    /// A full stop ends a sentence when white space or nothing follows; not in `3.10` or `bit.ly`, nor after a title.
    private func endsSentence(after index: Int) -> Bool {
        guard index + 1 < scalars.count else { return true }
        let next = table[scalars[index + 1]].kind
        guard next == .space || next == .newline || next == .close || next == .quote else { return false }
        guard let last = found.last, last.to == index else { return true }
        return !last.topics.contains(.title) && last.length > 1
    }
}

extension LetterEntry {
    /// Calls with each letter from a to z or digit that the scalar of this entry stands for.
    @inline(__always)
    fileprivate func plainLetters(of value: UInt32, _ take: (UInt8) -> Void) {
        if isSmallLetter {
            take(UInt8(truncatingIfNeeded: bits) + 0x60)
        } else if kindBits == Kind.latin.rawValue {
            var packed = letters
            while packed > 0 {
                take(UInt8(truncatingIfNeeded: packed & 31) + 0x60)
                packed >>= 5
            }
        } else if kindBits == Kind.digit.rawValue {
            take((48...57).contains(value) ? UInt8(truncatingIfNeeded: value) : 48)
        }
    }

    /// Whether it stands for letters from a to z or a digit.
    @inline(__always)
    fileprivate var isPlain: Bool { kindBits == Kind.latin.rawValue || kindBits == Kind.digit.rawValue }
}
