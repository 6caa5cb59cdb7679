/// Digits of a field in groups, as phone numbers, sort codes and cards are written.
struct DigitRun: Sendable {
    struct Group: Sendable {
        let range: Range<Int>
        let digits: [UInt8]
    }

    /// Groups with at most a few signs between them.
    let groups: [Group]
    /// Whether a plus stands before the first.
    let hasPlus: Bool

    static func all(in text: ReadText) -> [DigitRun] {
        let bytes = text.bytes
        var runs: [DigitRun] = []
        var groups: [Group] = []
        var hasPlus = false
        var reached = 0
        for at in text.signs where at >= reached && ReadText.isDigit(bytes[at]) {
            var group = group(bytes, from: at > reached && isLetterForDigit(bytes, at - 1) ? at - 1 : at)
            if group.digits.isEmpty { group = Self.group(bytes, from: at) }
            reached = group.range.upperBound
            if let last = groups.last, !continues(bytes, last.range.upperBound..<group.range.lowerBound) {
                runs.append(DigitRun(groups: groups, hasPlus: hasPlus))
                groups = []
            }
            if groups.isEmpty { hasPlus = isAfterPlus(bytes, group.range.lowerBound) }
            groups.append(group)
        }
        if !groups.isEmpty { runs.append(DigitRun(groups: groups, hasPlus: hasPlus)) }
        return runs
    }

    /// A letter o, l or i begins a group only where digits follow at once, as in `O7700`.
    private static func isLetterForDigit(_ bytes: [UInt8], _ at: Int) -> Bool {
        bytes[at] == UInt8(ascii: "o") && (at == 0 || !ReadText.isWord(bytes[at - 1]))
    }

    /// Digits with the letters o, l and i among them, if most are digits; else the digits alone.
    private static func group(_ bytes: [UInt8], from start: Int) -> Group {
        var digits: [UInt8] = []
        var count = 0
        var at = start
        while at < bytes.count {
            if ReadText.isDigit(bytes[at]) {
                digits.append(bytes[at])
                count += 1
            } else if let digit = likeness(bytes[at]) {
                digits.append(digit)
            } else {
                break
            }
            at += 1
        }
        let isWhole = at == bytes.count || !ReadText.isLetter(bytes[at])
        if isWhole, count * 3 >= digits.count { return Group(range: start..<at, digits: digits) }
        var end = start
        while end < bytes.count, ReadText.isDigit(bytes[end]) { end += 1 }
        return Group(range: start..<end, digits: Array(bytes[start..<end]))
    }

    private static func likeness(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "o"): UInt8(ascii: "0")
        case UInt8(ascii: "l"), UInt8(ascii: "i"): UInt8(ascii: "1")
        default: nil
        }
    }

    private static func continues(_ bytes: [UInt8], _ between: Range<Int>) -> Bool {
        guard between.count <= 4 else { return false }
        var newlines = 0
        for at in between {
            switch bytes[at] {
            case FoldedScalar.newline: newlines += 1
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"),
                UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "|"), FoldedScalar.symbol:
                continue
            default: return false
            }
        }
        return newlines <= 1
    }

    private static func isAfterPlus(_ bytes: [UInt8], _ start: Int) -> Bool {
        var at = start - 1
        while at >= 0, bytes[at] == UInt8(ascii: "(") || bytes[at] == UInt8(ascii: " ") { at -= 1 }
        return at >= 0 && bytes[at] == UInt8(ascii: "+")
    }
}
