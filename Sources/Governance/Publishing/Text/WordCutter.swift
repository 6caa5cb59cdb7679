/// Cuts folded bytes into words. Hashtags and handles are cut at their capitals: `#VoteLabour` is two words.
enum WordCutter {
    static func cut(_ bytes: [UInt8], _ upper: [Bool]) -> [TextWord] {
        var words: [TextWord] = []
        words.reserveCapacity(bytes.count / 5 + 2)
        var at = 0
        var gap = TextWord.Gap.sentence
        var isTagged = false
        bytes.withUnsafeBufferPointer { bytes in
            upper.withUnsafeBufferPointer { upper in
                while at < bytes.count {
                    if ReadText.isWord(bytes[at]) {
                        let end = end(of: at, bytes, upper, isTagged: isTagged)
                        words.append(word(at..<end, bytes, upper, gap, isTagged))
                        at = end
                        gap = .near
                    } else {
                        let before = at > 0 ? bytes[at - 1] : FoldedScalar.space
                        note(bytes, &at, before, &gap, &isTagged)
                    }
                }
            }
        }
        return words
    }

    private static func end(
        of start: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ upper: UnsafeBufferPointer<Bool>, isTagged: Bool
    ) -> Int {
        var at = start + 1
        while at < bytes.count {
            if ReadText.isWord(bytes[at]) {
                if isTagged, upper[at], !upper[at - 1] || (at + 1 < bytes.count && isSmall(at + 1, bytes, upper)) {
                    return at
                }
                at += 1
            } else if bytes[at] == 39, at + 1 < bytes.count, ReadText.isLetter(bytes[at + 1]), !isTagged {
                at += 2
            } else {
                return at
            }
        }
        return at
    }

    private static func isSmall(
        _ at: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ upper: UnsafeBufferPointer<Bool>
    ) -> Bool {
        ReadText.isLetter(bytes[at]) && !upper[at]
    }

    private static func word(
        _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ upper: UnsafeBufferPointer<Bool>,
        _ gap: TextWord.Gap, _ isTagged: Bool
    ) -> TextWord {
        var hash = WordHash.start
        var allCapitals = range.count > 1
        for at in range where bytes[at] != 39 {
            hash = WordHash.adding(bytes[at], to: hash)
            if !upper[at] { allCapitals = false }
        }
        let isPossessive = range.count > 2 && bytes[range.upperBound - 2] == 39 && bytes[range.upperBound - 1] == 115
        let stem = isPossessive ? self.hash(range.dropLast(2), bytes) : hash
        return TextWord(
            start: Int32(range.lowerBound), end: Int32(range.upperBound), hash: hash, stem: stem,
            gap: gap, isTagged: isTagged, isCapital: upper[range.lowerBound], isAllCapitals: allCapitals)
    }

    private static func hash(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        range.reduce(WordHash.start) { bytes[$1] == 39 ? $0 : WordHash.adding(bytes[$1], to: $0) }
    }

    private static func note(
        _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ before: UInt8, _ gap: inout TextWord.Gap,
        _ isTagged: inout Bool
    ) {
        let byte = bytes[at]
        at += 1
        let after = at < bytes.count ? bytes[at] : FoldedScalar.space
        switch byte {
        case UInt8(ascii: "#"), UInt8(ascii: "@"): isTagged = true
        case UInt8(ascii: "/") where before == UInt8(ascii: "/"): isTagged = true
        case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "%"): break
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
            guard !ReadText.isWord(after) || byte == UInt8(ascii: "!") else { return }
            isTagged = false
            gap = .sentence
        case FoldedScalar.newline:
            isTagged = false
            if before == FoldedScalar.newline { gap = .sentence }
        case FoldedScalar.space: isTagged = false
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"):
            isTagged = false
            if gap == .near { gap = .comma }
        default: break
        }
    }
}
