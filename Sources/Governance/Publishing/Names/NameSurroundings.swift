/// What stands around a passage that is written as a name: nothing, a heading, the rest of an address.
extension NameContext {
    /// Whether the passage is all there is of its line, list item or text, beside signs and numbers.
    func isWholeLine(_ first: Int, _ last: Int) -> Bool {
        let before: ScannedText.Gap = [.edge, .newline, .paragraph, .colon]
        let after: ScannedText.Gap = [.edge, .newline, .paragraph]
        guard scanned.words[first].setting == .prose, !scanned.words[first].gap.isDisjoint(with: before) else {
            return false
        }
        var end = last
        if hasPossessive(after: end) { end += 1 }
        if isFileEnding(end + 1) { end += 1 }
        let gap = scanned.gap(after: min(end, scanned.words.count - 1))
        return end + 1 >= scanned.words.count || !gap.isDisjoint(with: after) && !gap.contains(.comma)
    }

    /// Whether the passage is a whole tag, a whole part of a link's path, a mailbox or the name of a file.
    func isWholeAddress(_ first: Int, _ last: Int) -> Bool {
        let word = scanned.words[first]
        let after = scanned.gap(after: last)
        switch word.setting {
        case .hashtag: guard word.gap.contains(.hash) else { return false }
        case .handle: guard word.gap.contains(.at) else { return false }
        case .link:
            // the host is not of the path
            guard !word.gap.contains(.colon), !word.gap.isDisjoint(with: [.slash, .stop, .symbol, .and, .hash]) else {
                return false
            }
        case .prose:
            guard !word.gap.isDisjoint(with: [.edge, .space, .newline, .paragraph, .colon, .open, .quote]) else {
                return false
            }
            return after == .at || isFileEnding(last + 1)
        }
        return !after.isDisjoint(with: Self.endsOfAddress)
    }

    private static let endsOfAddress: ScannedText.Gap = [
        .space, .newline, .paragraph, .edge, .slash, .dot, .stop, .comma, .colon, .symbol, .open, .close, .quote, .hash,
        .at, .and,
    ]

    private func isFileEnding(_ index: Int) -> Bool {
        guard index < scanned.words.count, scanned.words[index].gap == .dot else { return false }
        return Self.fileEndings.contains(hash(index))
    }

    private static let fileEndings = Set(
        ["jpg", "jpeg", "png", "gif", "webp", "heic", "pdf", "doc", "docx", "mov", "mp"].map { SpellingHash.of($0) })

    /// Whether every word beside the passage, as far as its comma, line or sentence, has a capital that says nothing:
    /// Summer Field Trip, JACK LONG JUMPS.
    func isHeading(_ first: Int, _ last: Int) -> Bool {
        let isAllUpper = (first...last).allSatisfy { scanned.words[$0].isAllUpper }
        var isBeside = false
        for index in stride(from: first - 1, through: max(0, first - 4), by: -1) where index >= 0 {
            guard nearness(index + 1) == .near, !isBetweenNames(index, [index - 2, index - 1]) else { break }
            switch capital(index, isAllUpper) {
            case false: return false
            case true where !startsSentence(index) || isAllUpper: isBeside = true
            default: break
            }
        }
        for index in last + 1..<max(last + 1, min(scanned.words.count, last + 5)) {
            guard nearness(index) == .near, !isBetweenNames(index, [index + 1]) else { break }
            switch capital(index, isAllUpper) {
            case false: return false
            case true: isBeside = true
            default: break
            }
        }
        return isBeside
    }

    /// Whether a word has a heading's capital; nil when it says nothing either way.
    private func capital(_ index: Int, _ isAllUpper: Bool) -> Bool? {
        let word = scanned.words[index]
        guard word.length > 1 else { return nil }
        if isAllUpper { return word.isAllUpper }
        if !word.traits.isDisjoint(with: [.function, .placeBefore]) {
            return Self.smallVerbs.contains(hash(index)) && !word.startsUpper ? false : nil
        }
        if !word.startsUpper { return false }
        return word.traits.contains(.ordinary) ? true : nil
    }

    private static let smallVerbs = Set(
        ["is", "are", "was", "were", "has", "had", "have", "can", "could", "should", "would", "did", "does"]
            .map { SpellingHash.of($0) })

    /// "Jack Long and Grace Field": the names beside an "and" are no heading.
    private func isBetweenNames(_ index: Int, _ beyond: [Int]) -> Bool {
        guard scanned.words[index].traits.contains(.conjunction) else { return false }
        return beyond.contains { other in
            scanned.words.indices.contains(other) && scanned.words[other].startsUpper
                && scanned.words[other].traits.contains(.given)
        }
    }

    /// Whether a word with a capital that is no name's own goes on with the passage: Will Power Maths, Rose Price Freeze.
    func goesOn(after last: Int) -> Bool {
        guard let next = follower(of: last), next.startsUpper, next.length > 1, next.setting == .prose else {
            return false
        }
        // in capitals throughout, isHeading has the answer
        if next.traits.contains(.function) { return !next.isAllUpper }
        return next.traits.isDisjoint(with: [.form, .personVerb, .given])
    }

    /// Whether "until", "since" or a number stands before a month or a season.
    func isDate(before word: Int) -> Bool {
        guard word > 0, nearness(word) != .broken else { return false }
        if scanned.words[word].gap.contains(.digit) { return !startsSentence(word) }
        return Self.datesFollow.contains(hash(word - 1))
    }

    private static let datesFollow = Set(
        "of until till from since next last each through throughout during before after late early mid"
            .split(separator: " ").map { SpellingHash.of($0) })

    private static let owners = Set(["our", "my", "your", "their", "her", "his"].map { SpellingHash.of($0) })

    /// Our, my: unlike "the" they may stand before a person's name.
    func isOwner(_ word: Int) -> Bool { Self.owners.contains(hash(word)) }

    private func hash(_ index: Int) -> UInt64 {
        let word = scanned.words[index]
        return scanned.hash(Int(word.low), Int(word.high))
    }
}
