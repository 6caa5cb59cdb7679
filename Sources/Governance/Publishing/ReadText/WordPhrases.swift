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
        let rest: [UInt64]
        let phrase: Int
        let onlyTagged: Bool
        let next: Int
    }

    private static let anyWord: UInt64 = 0

    private var slots: [(hash: UInt64, entry: Int)]
    private var entries: [Entry] = []
    private var filter = [UInt64](repeating: 0, count: 64)

    init(_ phrases: [String]) {
        let spelled = phrases.enumerated().flatMap { number, phrase in
            Self.expanded(phrase).map { (words: $0.split(separator: " ").map(String.init), number: number) }
        }
        var size = 16
        while size < spelled.count * 4 { size *= 2 }
        slots = Array(repeating: (0, -1), count: size)
        for (words, number) in spelled where !words.isEmpty {
            add(words, number, onlyTagged: false)
            if words.count > 1, !words.contains("*") { add([words.joined()], number, onlyTagged: true) }
        }
    }

    private mutating func add(_ words: [String], _ phrase: Int, onlyTagged: Bool) {
        let hash = WordHash.of(words[0])
        var slot = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
        while slots[slot].entry >= 0, slots[slot].hash != hash { slot = (slot + 1) & (slots.count - 1) }
        let rest = words.dropFirst().map { $0 == "*" ? Self.anyWord : WordHash.of($0) }
        entries.append(Entry(rest: rest, phrase: phrase, onlyTagged: onlyTagged, next: slots[slot].entry))
        slots[slot] = (hash, entries.count - 1)
        filter[Int(hash >> 6 & 63)] |= 1 << (hash & 63)
    }

    /// Every place where one of the phrases begins, the longest there.
    func hits(in text: ReadText) -> [Hit] {
        var hits: [Hit] = []
        for index in text.words.indices {
            let word = text.words[index]
            if let hit = hit(at: index, word.hash, text)
                ?? (word.stem == word.hash ? nil : hit(at: index, word.stem, text))
            {
                hits.append(hit)
            }
        }
        return hits
    }

    /// Whether one of the phrases stands among these words.
    func isFound(in text: ReadText, words: Range<Int>) -> Bool {
        words.contains { index in
            (hit(at: index, text.words[index].hash, text) ?? hit(at: index, text.words[index].stem, text)).map {
                $0.words.upperBound <= words.upperBound
            } ?? false
        }
    }

    @inline(__always)
    private func hit(at index: Int, _ hash: UInt64, _ text: ReadText) -> Hit? {
        guard filter[Int(hash >> 6 & 63)] & (1 << (hash & 63)) != 0 else { return nil }
        return look(at: index, hash, text)
    }

    private func look(at index: Int, _ hash: UInt64, _ text: ReadText) -> Hit? {
        var slot = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
        while slots[slot].entry >= 0, slots[slot].hash != hash { slot = (slot + 1) & (slots.count - 1) }
        var entry = slots[slot].entry
        var best: Hit?
        while entry >= 0 {
            let candidate = entries[entry]
            entry = candidate.next
            let end = index + 1 + candidate.rest.count
            guard end <= text.words.count, end - index > best?.words.count ?? 0,
                !candidate.onlyTagged || text.words[index].isTagged, follows(candidate.rest, after: index, text)
            else { continue }
            best = Hit(phrase: candidate.phrase, words: index..<end)
        }
        return best
    }

    private func follows(_ rest: [UInt64], after index: Int, _ text: ReadText) -> Bool {
        for (offset, hash) in rest.enumerated() {
            let word = text.words[index + 1 + offset]
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
