/// A stretch of words that spells one name of the index.
struct NameHit {
    /// Words from `start` up to, not including, `end`.
    var start: Int
    var end: Int
    var name: Int32
    var kinds: NameSegment.Kinds
    var from: Int32
    var to: Int32
    /// The hash of the letters as written, to prefer the person who is spelled so.
    var spelling: UInt64
    /// The next hit that starts at the same word.
    var next: Int32 = -1
}

/// All hits of a text, by the word they start at.
struct NameHits {
    private(set) var all: [NameHit] = []
    private var heads: [Int32]
    private let index: NameIndex

    init(in scanned: ScannedText, index: NameIndex) {
        self.index = index
        heads = [Int32](repeating: -1, count: scanned.words.count + 1)
        for word in scanned.words.indices {
            findSingle(word, scanned)
            findJoined(word, scanned)
        }
        for alternative in scanned.alternatives {
            find(alternative, isTag: scanned.words[alternative.firstWord].setting != .prose)
        }
    }

    private mutating func find(_ alternative: ScannedText.Alternative, isTag: Bool) {
        let units = alternative.units
        // in a tag other words may stand before the name
        for start in 0..<(isTag ? max(1, units.count - 2) : 1) {
            let whole = units[start...]
            var from = alternative.from
            if start > 0 { from = max(from, alternative.to - Int32(whole.count)) }
            let exact = SpellingHash.of(whole)
            add(
                name(exact, whole.count) { SpellingHash.loose(whole) }, exact, alternative.firstWord,
                alternative.lastWord + 1, from, alternative.to)
            guard whole.last == 19, whole.count > 3 else { continue }
            let bare = SpellingHash.of(whole.dropLast())
            add(
                name(bare, whole.count - 1) { SpellingHash.loose(whole.dropLast()) }, bare, alternative.firstWord,
                alternative.lastWord + 1, from, alternative.to - 1)
        }
    }

    @inline(__always)
    func first(at word: Int) -> Int32 { heads[word] }

    private mutating func findSingle(_ index: Int, _ scanned: ScannedText) {
        let word = scanned.words[index]
        if word.traits.contains(.function), !word.startsUpper, word.length > 1 { return }
        find(index, index, scanned, mayBeLoose: !word.traits.contains(.ordinary))
    }

    /// Names of several words, and names torn apart: O'Brien, van den Berg, J a m i e, Ja-mie.
    private mutating func findJoined(_ start: Int, _ scanned: ScannedText) {
        let words = scanned.words
        var last = start + 1
        guard last < words.count else { return }
        // two everyday words beside each other are no torn name; they may be a name of two parts
        if words[last].gap == .space, words[start].traits.contains(.ordinary), words[last].traits.contains(.ordinary),
            words[start].length > 1, !index.opens(scanned.hash(Int(words[start].low), Int(words[start].high)))
        {
            return
        }
        var isSpelledOut = words[start].length == 1
        var isOrdinary = Self.mayBeProse(words[start])
        var isTight = true
        while last < words.count {
            let word = words[last]
            guard
                Self.mayJoin(
                    word.gap, isSpelledOut: isSpelledOut && word.length == 1, isLink: word.setting == .link)
            else { return }
            isSpelledOut = isSpelledOut && word.length == 1
            isOrdinary = isOrdinary && Self.mayBeProse(word)
            isTight = isTight && word.gap.isDisjoint(with: [.space, .newline, .paragraph, .dot])
            let length = Int(word.high - words[start].low)
            if length > 60 || last - start > (isSpelledOut || isTight ? 20 : 3) { return }
            if !isOrdinary || isTight { find(start, last, scanned, mayBeLoose: isTight || isSpelledOut) }
            last += 1
        }
    }

    /// Short words beside each other spell many things by chance: to by, a my.
    private static func mayBeProse(_ word: ScannedText.Word) -> Bool {
        word.traits.contains(.ordinary) && word.length < 4 || word.traits.contains(.function)
    }

    private static func mayJoin(_ gap: ScannedText.Gap, isSpelledOut: Bool, isLink: Bool) -> Bool {
        if gap.isEmpty || gap == .space || isLink && gap == .and { return true }
        let broken: ScannedText.Gap = [.comma, .colon, .and, .hash, .at, .paragraph, .stop]
        if !gap.isDisjoint(with: isSpelledOut ? [.hash, .at, .paragraph] : broken) { return false }
        return isSpelledOut || !gap.contains(.dot) || gap.isDisjoint(with: .blank)
    }

    private mutating func find(_ start: Int, _ last: Int, _ scanned: ScannedText, mayBeLoose: Bool) {
        let low = Int(scanned.words[start].low)
        let high = Int(scanned.words[last].high)
        guard high - low < 64 else { return }
        let exact = scanned.hash(low, high)
        let (from, to) = (scanned.words[start].from, scanned.words[last].to)
        var found = index.name(exact)
        if found == HashTable.none, mayBeLoose, high - low >= SpellingHash.looseLength {
            found = index.name(scanned.looseHash(low, high))
        }
        if found != HashTable.none {
            // a second s may be a possessive, not part of the name
            let isDoubled = high - low > 4 && scanned.units[high - 1] == 19 && scanned.units[high - 2] == 19
            let isLoose = isDoubled && index.name(exact) == HashTable.none
            add(found, exact, start, last + 1, from, isLoose ? scanned.to(high - 2) : to)
        }
        // a possessive without its apostrophe
        guard scanned.units[high - 1] == 19, high - low >= 3 else { return }
        let bare = scanned.hash(low, high - 1)
        let owner = name(bare, mayBeLoose ? high - low - 1 : 0) { scanned.looseHash(low, high - 1) }
        if owner != HashTable.none, owner != found {
            add(owner, bare, start, last + 1, from, scanned.to(high - 2))
        }
    }

    private func name(_ exact: UInt64, _ length: Int, _ loose: () -> UInt64) -> Int32 {
        let found = index.name(exact)
        guard found == HashTable.none, length >= SpellingHash.looseLength else { return found }
        return index.name(loose())
    }

    private mutating func add(
        _ name: Int32, _ spelling: UInt64, _ start: Int, _ end: Int, _ from: Int32, _ to: Int32
    ) {
        guard name != HashTable.none else { return }
        all.append(
            NameHit(
                start: start, end: end, name: name, kinds: index.kinds(of: name), from: from, to: to,
                spelling: spelling,
                next: heads[start]))
        heads[start] = Int32(all.count - 1)
    }
}
