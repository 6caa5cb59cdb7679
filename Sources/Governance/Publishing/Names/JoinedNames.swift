/// Finds names written as one word: jamiethornton, #welldonejamiethornton, thornton_jamie7.
struct JoinedNames {
    let roll: Roll
    let scanned: ScannedText
    let context: NameContext
    private var found: [NameMention] = []

    /// In running prose a long word is searched only whole, or from this length on anywhere inside.
    private static let longWord = 12
    private static let shortest = 6
    private static let longestName = 30

    static func find(
        _ roll: Roll, _ scanned: ScannedText, _ context: NameContext, _ mentions: [NameMention]
    ) -> [NameMention] {
        var finder = JoinedNames(roll: roll, scanned: scanned, context: context)
        finder.search(besides: mentions)
        return finder.found
    }

    private init(roll: Roll, scanned: ScannedText, context: NameContext) {
        self.roll = roll
        self.scanned = scanned
        self.context = context
    }

    private mutating func search(besides mentions: [NameMention]) {
        var first = 0
        let words = scanned.words
        let spans = NameSpans(mentions)
        while first < words.count {
            let last = lastOfRun(first)
            let length = Int(words[last].high - words[first].low)
            if length >= Self.shortest, length < 200, !(first == last && words[first].traits.contains(.ordinary)),
                !spans.isAny(within: Int(words[first].from), Int(words[last].to))
            {
                search(first, last, length)
            }
            first = last + 1
        }
        let standing = NameSpans(mentions + found)
        for alternative in scanned.alternatives where alternative.units.count >= Self.shortest {
            let (from, to) = (Int(alternative.from), Int(alternative.to))
            // what is found as it stands needs no other reading
            if standing.isAny(within: from, to) || found.suffix(8).contains(where: { $0.from >= from && $0.to <= to }) {
                continue
            }
            search(alternative)
        }
    }

    /// A tag or an address is searched across its hyphens, dots and underscores.
    private func lastOfRun(_ first: Int) -> Int {
        let words = scanned.words
        let tight: ScannedText.Gap = [.hyphen, .dot, .underscore, .apostrophe, .digit]
        var last = first
        while last + 1 < words.count {
            let gap = words[last + 1].gap
            guard gap.isEmpty || words[first].setting != .prose && gap.isSubset(of: tight) else { break }
            last += 1
        }
        return last
    }

    private mutating func search(_ first: Int, _ last: Int, _ length: Int) {
        let low = Int(scanned.words[first].low)
        let high = low + length
        let isTag = scanned.words[first].setting != .prose
        if isTag || length >= Self.longWord || last - first > 2 {
            for start in low..<high - 3 { pairs(from: start, in: low..<high, isTag: isTag) }
        } else {
            pairs(from: low, in: low..<high, isTag: false)
        }
    }

    private mutating func pairs(from start: Int, in run: Range<Int>, isTag: Bool) {
        for middle in start + 2..<max(start + 2, min(run.upperBound - 1, start + Self.longestName)) {
            let one = name(start, middle)
            guard one != HashTable.none else { continue }
            let kinds = roll.names.kinds(of: one)
            for end in stride(from: min(run.upperBound, middle + Self.longestName), through: middle + 2, by: -1) {
                if !isTag, start == run.lowerBound, end < run.upperBound - 1, run.count < Self.longWord { break }
                let other = name(middle, end)
                guard other != HashTable.none, fits(start, end, run, isTag: isTag) else { continue }
                let otherKinds = roll.names.kinds(of: other)
                if kinds.contains(.given), otherKinds.contains(.family) {
                    take(one, other, start, middle, end, run, isTag)
                }
                if kinds.contains(.family), otherKinds.contains(.given) {
                    take(other, one, start, middle, end, run, isTag)
                }
            }
        }
    }

    private func name(_ low: Int, _ high: Int) -> Int32 {
        guard high - low < 64 else { return HashTable.none }
        return roll.names.name(scanned.hash(low, high))
    }

    /// A short name inside a longer word is chance, unless it stands at an edge.
    private func fits(_ start: Int, _ end: Int, _ run: Range<Int>, isTag: Bool) -> Bool {
        let length = end - start
        if start == run.lowerBound && end >= run.upperBound - 1 { return length >= Self.shortest }
        let isAtEdge = start == run.lowerBound || end == run.upperBound
        return length >= (isTag && isAtEdge ? Self.shortest : 9)
    }

    private mutating func take(
        _ given: Int32, _ family: Int32, _ start: Int, _ middle: Int, _ end: Int, _ run: Range<Int>, _ isTag: Bool
    ) {
        var people: [Int] = []
        roll.names.people(under: PostingKey.pair(given: given, family: family)) { people.append(Int($0.person)) }
        guard !people.isEmpty else { return }
        let known = KnownWords.shared
        let one = known.traits(scanned.hash(start, middle))
        let other = known.traits(scanned.hash(middle, end))
        if one.contains(.ordinary), other.contains(.ordinary) {
            guard !known.traits(scanned.hash(start, end)).contains(.phrase), isNameOfWords(start, end, run) else {
                return
            }
        }
        found.append(
            NameMention(
                form: .full, people: Array(Set(people)).sorted(), from: Int(scanned.from(start)),
                to: Int(scanned.to(end - 1)), certainty: .plain))
    }

    /// #gracefield, /gracefield, #welldonegracefield: everyday words in one are a name where there is nothing else, or
    /// what speaks of a person.
    private func isNameOfWords(_ start: Int, _ end: Int, _ run: Range<Int>) -> Bool {
        let first = scanned.word(holding: start)
        let last = scanned.word(holding: end - 1)
        let word = scanned.words[first]
        let startsWord = Int(word.low) == start
        let endsWord = Int(scanned.words[last].high) == end
        if startsWord, endsWord, context.isWholeAddress(first, last) { return true }
        let known = KnownWords.shared
        let before = known.traits(scanned.hash(run.lowerBound, start))
        let after = known.traits(scanned.hash(end, run.upperBound))
        let isEnd = end == run.upperBound || after.contains(.personVerb)
        if word.setting == .hashtag {
            return start > run.lowerBound ? isEnd && (before.contains(.cue) || before.contains(.function)) : isEnd
        }
        return word.setting == .prose && startsWord && isEnd && start == run.lowerBound
            && (context.hasCue(before: first) || context.hasPerson(after: last))
            && known.traits(scanned.hash(run.lowerBound, run.upperBound)).isDisjoint(with: [.known, .given])
    }

    /// A word with digits for letters, read as one name after another.
    private mutating func search(_ alternative: ScannedText.Alternative) {
        let units = alternative.units
        let isTag = scanned.words[alternative.firstWord].setting != .prose
        for start in 0..<(isTag ? max(1, units.count - Self.shortest) : 1) {
            for middle in start + 2..<max(start + 2, units.count - 1) {
                let one = roll.names.name(SpellingHash.of(units[start..<middle]))
                guard one != HashTable.none else { continue }
                for end in stride(from: units.count, through: middle + 2, by: -1) {
                    if !isTag, end < units.count, units[end] != 19 || end < units.count - 1 { break }
                    take(one, roll.names.name(SpellingHash.of(units[middle..<end])), alternative, start..<end)
                }
            }
        }
    }

    private mutating func take(
        _ one: Int32, _ other: Int32, _ alternative: ScannedText.Alternative, _ part: Range<Int>
    ) {
        guard other != HashTable.none else { return }
        var people: [Int] = []
        roll.names.people(under: PostingKey.pair(given: one, family: other)) { people.append(Int($0.person)) }
        roll.names.people(under: PostingKey.pair(given: other, family: one)) { people.append(Int($0.person)) }
        guard !people.isEmpty else { return }
        // letter for letter the place is known; else it is the whole word
        let isAligned = alternative.units.count == Int(alternative.to - alternative.from)
        let from = Int(alternative.from)
        found.append(
            NameMention(
                form: .full, people: Array(Set(people)).sorted(), from: isAligned ? from + part.lowerBound : from,
                to: isAligned ? from + part.upperBound : Int(alternative.to), certainty: .plain))
    }
}
