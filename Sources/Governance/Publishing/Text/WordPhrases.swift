/// A list of phrases, found in one pass over a field's words.
///
/// A phrase is words between spaces; `{one,other}` stands for either, `{one,}` for one or nothing, `*` for any one
/// word. Words match without case, accents or apostrophes, and with a possessive. A phrase does not run across a
/// comma or the end of a sentence. Written together in a hashtag, handle or link it is found too.
struct WordPhrases: Sendable {
    struct Hit: Sendable {
        /// Which of the list, in the order given.
        let phrase: Int
        let words: Range<Int>
    }

    private struct Entry: Sendable {
        /// The words after the first two.
        let rest: [UInt64]
        let length: Int
        let phrase: Int
        let onlyTagged: Bool
        let next: Int32
    }

    private static let anyWord: UInt64 = 0

    /// The last entry that begins with a word alone, or with a pair of words.
    private var starts: HashTable
    private var entries: [Entry] = []
    /// A bit for each first word.
    private var filter = [UInt64](repeating: 0, count: 64)

    init(_ phrases: [String]) {
        let spelled = phrases.enumerated().flatMap { number, phrase in
            Self.expanded(phrase).map { (words: $0.split(separator: " ").map(String.init), number: number) }
        }
        starts = HashTable(capacity: spelled.count)
        for (words, number) in spelled where !words.isEmpty {
            add(words, number, onlyTagged: false)
            if words.count > 1, !words.contains("*") { add([words.joined()], number, onlyTagged: true) }
        }
    }

    private mutating func add(_ words: [String], _ phrase: Int, onlyTagged: Bool) {
        let hashes = words.map { $0 == "*" ? Self.anyWord : WordHash.of($0) }
        let start = hashes.count > 1 ? Self.pair(hashes[0], hashes[1]) : hashes[0]
        let before = starts.set(start, Int32(entries.count))
        entries.append(
            Entry(
                rest: Array(hashes.dropFirst(2)), length: hashes.count, phrase: phrase, onlyTagged: onlyTagged,
                next: before))
        filter[Int(hashes[0] >> 6 & 63)] |= 1 << (hashes[0] & 63)
    }

    private static func pair(_ one: UInt64, _ other: UInt64) -> UInt64 { one &* 0x9E37_79B9_7F4A_7C15 ^ other }

    /// Every place where one of the phrases begins, the longest there.
    func hits(in text: ReadText) -> [Hit] {
        var hits: [Hit] = []
        guard !entries.isEmpty else { return hits }
        text.words.withUnsafeBufferPointer { words in
            filter.withUnsafeBufferPointer { filter in
                for index in words.indices {
                    let (hash, stem) = (words[index].hash, words[index].stem)
                    guard Self.mayHold(filter, hash) || stem != hash && Self.mayHold(filter, stem) else { continue }
                    if let hit = look(at: index, hash, text) ?? (stem == hash ? nil : look(at: index, stem, text)) {
                        hits.append(hit)
                    }
                }
            }
        }
        return hits
    }

    @inline(__always)
    private static func mayHold(_ filter: UnsafeBufferPointer<UInt64>, _ hash: UInt64) -> Bool {
        filter[Int(hash >> 6 & 63)] & (1 << (hash & 63)) != 0
    }

    private func look(at index: Int, _ hash: UInt64, _ text: ReadText) -> Hit? {
        var best = longest(from: starts.find(hash), at: index, text)
        if index + 1 < text.words.count, case let next = text.words[index + 1], next.gap == .near {
            best = better(best, longest(from: starts.find(Self.pair(hash, next.hash)), at: index, text))
            best = better(best, longest(from: starts.find(Self.pair(hash, Self.anyWord)), at: index, text))
            if next.stem != next.hash {
                best = better(best, longest(from: starts.find(Self.pair(hash, next.stem)), at: index, text))
            }
        }
        guard best != HashTable.none else { return nil }
        let entry = entries[Int(best)]
        return Hit(phrase: entry.phrase, words: index..<index + entry.length)
    }

    /// Of the entries that begin alike the longest that stands here; of two as long the later.
    private func longest(from first: Int32, at index: Int, _ text: ReadText) -> Int32 {
        var best = HashTable.none
        var entry = first
        while entry != HashTable.none {
            let candidate = entries[Int(entry)]
            if index + candidate.length <= text.words.count, !candidate.onlyTagged || text.words[index].isTagged,
                follows(candidate.rest, from: index + 2, text)
            {
                best = better(best, entry)
            }
            entry = candidate.next
        }
        return best
    }

    private func better(_ one: Int32, _ other: Int32) -> Int32 {
        guard one != HashTable.none, other != HashTable.none else { return max(one, other) }
        let (first, second) = (entries[Int(one)].length, entries[Int(other)].length)
        return first == second ? max(one, other) : first > second ? one : other
    }

    private func follows(_ rest: [UInt64], from index: Int, _ text: ReadText) -> Bool {
        for (offset, hash) in rest.enumerated() {
            let word = text.words[index + offset]
            guard word.gap == .near, hash == Self.anyWord || word.hash == hash || word.stem == hash else {
                return false
            }
        }
        return true
    }

    /// Spells out `{one,other}`.
    private static func expanded(_ phrase: String) -> [String] {
        guard let open = phrase.firstIndex(of: "{"), let close = phrase[open...].firstIndex(of: "}") else {
            return [phrase]
        }
        let choices = phrase[phrase.index(after: open)..<close].split(separator: ",", omittingEmptySubsequences: false)
        return choices.flatMap { expanded(phrase[..<open] + $0 + phrase[phrase.index(after: close)...]) }
    }

    private static func expanded(_ phrase: Substring) -> [String] { expanded(String(phrase)) }
}
