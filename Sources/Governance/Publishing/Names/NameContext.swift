/// What the words around a passage say about it.
struct NameContext {
    let scanned: ScannedText

    /// How far apart two neighbouring words stand.
    enum Nearness { case near, line, odd, comma, broken }

    /// How word `word` follows the one before it.
    func nearness(_ word: Int) -> Nearness {
        let gap = scanned.words[word].gap
        if gap.isEmpty || gap == .space { return .near }
        let before = scanned.words[word - 1]
        let isBlank = !gap.isDisjoint(with: .blank)
        let isLink = scanned.words[word].setting == .link
        if gap.contains(.paragraph) {
            return endsSentence(gap, after: before) || gap.contains(.hyphen) ? .broken : .odd
        }
        if gap.contains(.stop) || gap.contains(.colon) { return isBlank ? .broken : .odd }
        if gap.contains(.and) { return isLink ? .near : .broken }
        if gap.contains(.comma) { return isLink && !isBlank ? .near : .comma }
        if gap.contains(.dot), isBlank {
            return isAbbreviation(before) ? (gap.contains(.newline) ? .line : .near) : .broken
        }
        if gap.contains(.slash) { return isLink || before.setting == .link ? .near : .odd }
        if !gap.isDisjoint(with: [.open, .close, .quote, .symbol, .digit, .hash, .at]) { return .odd }
        if gap.contains(.hyphen), isBlank { return gap == [.hyphen, .newline] ? .near : .odd }
        if gap.contains(.apostrophe), isBlank { return .odd }
        return gap.contains(.newline) ? .line : .near
    }

    private func endsSentence(_ gap: ScannedText.Gap, after word: ScannedText.Word) -> Bool {
        gap.contains(.stop) || gap.contains(.colon) || gap.contains(.dot) && !isAbbreviation(word)
    }

    private func isAbbreviation(_ word: ScannedText.Word) -> Bool {
        word.length == 1 || !word.traits.isDisjoint(with: [.title, .abbreviation])
            || word.length <= 3 && !word.traits.contains(.ordinary)
                && !word.traits.isDisjoint(with: [.titleWord, .particle])
    }

    /// Whether a word's capital may come from its place alone.
    func startsSentence(_ word: Int) -> Bool {
        let gap = scanned.words[word].gap
        if word == 0 || !gap.isDisjoint(with: [.edge, .stop, .paragraph, .newline, .colon, .quote, .symbol]) {
            return true
        }
        return gap.contains(.dot) && !gap.isDisjoint(with: .blank) && !isAbbreviation(scanned.words[word - 1])
    }

    /// Mr, Mrs, Dr or the like before a name that starts at `word`: then it is an adult's.
    func hasTitle(before word: Int) -> Bool {
        var index = word - 1
        var steps = 0
        while index >= 0, steps < 5 {
            let near = nearness(index + 1)
            guard near == .near || near == .line else { return false }
            let candidate = scanned.words[index]
            if candidate.traits.contains(.title) { return true }
            if candidate.traits.contains(.titleWord) {
                if candidate.startsUpper { return true }
                // "miss" in a text without capitals is a title, unless somebody is missed
                let isVerb =
                    isSpelled(index, Self.miss) && index > 0 && scanned.words[index - 1].traits.contains(.function)
                    && !scanned.words[index - 1].traits.contains(.conjunction)
                if isSmall(index, index), !isVerb { return true }
            }
            // Mr J. Thornton; Mrs Anne Marie Thornton
            let isBetween =
                candidate.length == 1 || candidate.traits.contains(.particle) || candidate.traits.contains(.given)
                || candidate.traits.isEmpty && isSmall(index, index)
            guard isBetween, near == .near else { return false }
            index -= 1
            steps += 1
        }
        return false
    }

    /// A word that stands right after `last`, if any.
    func follower(of last: Int) -> ScannedText.Word? {
        guard last + 1 < scanned.words.count else { return nil }
        switch nearness(last + 1) {
        case .near, .line: return scanned.words[last + 1]
        default: return nil
        }
    }

    /// Road, House, Cup after a name.
    func hasPlace(after last: Int) -> Bool {
        guard let next = follower(of: last) else { return false }
        return next.traits.contains(.place) && next.startsUpper
    }

    /// Whether this and the neighbouring words are all written with capitals, so that a capital says nothing.
    func isCaseless(_ first: Int, _ last: Int) -> Bool {
        let isAllUpper = (first...last).allSatisfy { scanned.words[$0].isAllUpper }
        var seen = 0
        var capital = 0
        for index in max(0, first - 3)..<min(scanned.words.count, last + 4) where index < first || index > last {
            let word = scanned.words[index]
            guard word.length > 1 else { continue }
            seen += 1
            if word.isAllUpper || !isAllUpper && word.startsUpper && word.traits.contains(.ordinary) { capital += 1 }
        }
        return seen >= (isAllUpper ? 1 : 2) && capital * 4 >= seen * 3
    }

    /// Whether the neighbourhood is written in small letters throughout.
    func isSmall(_ first: Int, _ last: Int) -> Bool {
        for index in max(0, first - 4)..<min(scanned.words.count, last + 5) where scanned.words[index].startsUpper {
            return false
        }
        return true
    }

    /// "Well done to", "pupil", "by" before the passage.
    func hasCue(before first: Int) -> Bool {
        var index = first - 1
        var steps = 0
        while index >= 0, steps < 5 {
            if nearness(index + 1) == .broken && scanned.words[index + 1].gap.isDisjoint(with: [.colon, .stop]) {
                return false
            }
            let word = scanned.words[index]
            if word.traits.contains(.cue) { return true }
            guard !word.traits.isDisjoint(with: [.function, .form, .calendar]) || word.length == 1 else { return false }
            index -= 1
            steps += 1
        }
        return false
    }

    /// A verb that people do, or a year or class, after the passage.
    func hasPerson(after last: Int) -> Bool {
        guard last + 1 < scanned.words.count else { return false }
        let next = scanned.words[last + 1]
        let near = nearness(last + 1)
        if near != .broken, next.traits.contains(.form) || isClass(last + 1, after: last) { return true }
        if near == .near || near == .line, next.traits.contains(.personVerb) { return true }
        guard near != .broken, last + 2 < scanned.words.count,
            scanned.words[last + 2].gap.isDisjoint(with: [.newline, .paragraph]),
            !next.traits.isDisjoint(with: [.function, .placeBefore])
        else { return false }
        if scanned.words[last + 2].traits.contains(.form) || isClass(last + 2, after: nil) { return true }
        return !next.traits.contains(.conjunction) && !isToBe(next)
            && scanned.words[last + 2].traits.contains(.personVerb)
    }

    /// 7A, (2R): a class. Straight after a month or a season a number with a letter may be anything.
    private func isClass(_ index: Int, after name: Int?) -> Bool {
        let word = scanned.words[index]
        guard word.length == 1, word.startsUpper, word.gap.contains(.digit), !word.gap.contains(.hyphen) else {
            return false
        }
        guard let name, word.gap.isDisjoint(with: [.open, .comma]) else { return true }
        return !scanned.words[name].traits.contains(.calendar)
    }

    /// "Grace was said", "hope is played": what was done, not who did it.
    private func isToBe(_ word: ScannedText.Word) -> Bool {
        let hash = scanned.hash(Int(word.low), Int(word.high))
        return Self.toBe.contains(hash)
    }

    private static let toBe = Set(["is", "are", "was", "were", "be", "been", "being"].map { SpellingHash.of($0) })
    private static let miss = SpellingHash.of("miss")
    private static let from = SpellingHash.of("from")
    private static let of = SpellingHash.of("of")
    private static let to = SpellingHash.of("to")

    /// Whether "from" stands before `word`, and nothing around it speaks of a place or a way there.
    func isFromSomeone(_ word: Int, to last: Int) -> Bool {
        guard word > 0, isSpelled(word - 1, Self.from), !follows(Self.to, last) else { return false }
        return !(max(0, word - 5)..<word - 1).contains { scanned.words[$0].traits.contains(.whereabouts) }
    }

    /// "From Hartley to Carlton".
    func isWayTo(_ word: Int) -> Bool {
        word > 2 && isSpelled(word - 1, Self.to) && isSpelled(word - 3, Self.from)
    }

    /// "The village of Hartley", "the Book of Joshua".
    func isTitleOrPlace(_ word: Int, _ kinds: WordTraits) -> Bool {
        guard word > 1, isSpelled(word - 1, Self.of), nearness(word) == .near else { return false }
        return !scanned.words[word - 2].traits.isDisjoint(with: kinds)
    }

    private func follows(_ hash: UInt64, _ last: Int) -> Bool {
        last + 1 < scanned.words.count && nearness(last + 1) == .near && isSpelled(last + 1, hash)
    }

    private func isSpelled(_ index: Int, _ hash: UInt64) -> Bool {
        let word = scanned.words[index]
        return scanned.hash(Int(word.low), Int(word.high)) == hash
    }

    func hasPossessive(after last: Int) -> Bool {
        guard last + 1 < scanned.words.count else { return scanned.lastGap.contains(.apostrophe) }
        let next = scanned.words[last + 1]
        return next.gap == .apostrophe && next.length == 1 && scanned.units[Int(next.low)] == 19
    }

    /// Whether words `first` and `first + 1`, or the last and the one after it, have a meaning of their own.
    func isPhrase(_ first: Int) -> Bool {
        guard first >= 0, first + 1 < scanned.words.count, nearness(first + 1) != .broken else { return false }
        let (low, high) = (Int(scanned.words[first].low), Int(scanned.words[first + 1].high))
        guard high - low < 64 else { return false }
        return KnownWords.shared.traits(scanned.hash(low, high)).contains(.phrase)
    }
}
