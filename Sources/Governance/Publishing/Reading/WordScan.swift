/// Cuts a text into words and folds them, in one pass.
struct WordScan {
    private let scalars: [UInt32]
    private var found: [ReadWord] = []
    private var letters: [UInt8] = []
    private var start = 0
    private var end = 0
    private var capitals = 0
    private var length = 0
    private var firstIsCapital = false
    private var tagged = false
    private var afterTag = false
    private var sentenceOpen = true
    /// How many letters stood before the last apostrophe of the word.
    private var apostrophe = 0

    init(_ scalars: [UInt32]) {
        self.scalars = scalars
        found.reserveCapacity(scalars.count / 6 + 4)
    }

    mutating func words() -> [ReadWord] {
        let table = LetterTable.shared
        for index in scalars.indices {
            let entry = table[scalars[index]]
            switch entry.kind {
            case .latin: take(entry, at: index)
            case .digit: take(digit: scalars[index], at: index)
            case .mark, .invisible: if !letters.isEmpty { end = index + 1 }
            case .apostrophe: apostrophe = letters.count
            case .hash, .at:
                close()
                afterTag = true
            case .stop, .newline:
                close()
                sentenceOpen = true
            case .dot:
                close()
                if endsSentence(after: index) { sentenceOpen = true }
            default: close()
            }
        }
        close()
        return found
    }

    private mutating func take(_ entry: LetterEntry, at index: Int) {
        open(at: index, capital: entry.isUpper)
        var packed = entry.payload
        while packed > 0 {
            letters.append(UInt8(packed & 31) + 0x60)
            packed >>= 5
        }
        if entry.isUpper { capitals += 1 }
        length += 1
        end = index + 1
    }

    private mutating func take(digit value: UInt32, at index: Int) {
        open(at: index, capital: false)
        letters.append((48...57).contains(value) ? UInt8(value) : 48)
        length += 1
        end = index + 1
    }

    private mutating func open(at index: Int, capital: Bool) {
        guard letters.isEmpty else { return }
        start = index
        firstIsCapital = capital
        tagged = afterTag
    }

    private mutating func close() {
        afterTag = false
        guard !letters.isEmpty else { return }
        if apostrophe > 0, apostrophe == letters.count - 1, letters.last == UInt8(ascii: "s") { letters.removeLast() }
        apostrophe = 0
        let folded = String(decoding: letters, as: UTF8.self)
        found.append(
            ReadWord(
                folded: folded, from: start, to: end, isCapitalised: firstIsCapital,
                isCapitals: length > 1 && capitals == length, beginsSentence: sentenceOpen, isTagged: tagged,
                topics: Lexicon.topics[folded] ?? []))
        letters.removeAll(keepingCapacity: true)
        capitals = 0
        length = 0
        sentenceOpen = false
    }

    /// A full stop ends a sentence when white space or nothing follows; not in `3.10` or `bit.ly`, nor after a title.
    private func endsSentence(after index: Int) -> Bool {
        guard index + 1 < scalars.count else { return true }
        let next = LetterTable.shared[scalars[index + 1]].kind
        guard next == .space || next == .newline || next == .close || next == .quote else { return false }
        guard let last = found.last, last.to == index else { return true }
        return !Lexicon.titles.contains(last.folded) && last.folded.utf8.count > 1
    }
}
