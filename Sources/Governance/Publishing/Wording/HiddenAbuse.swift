/// Abuse behind signs: `f*ck`, `sh1t`, `f u c k`, `f.u.c.k`, `fuuuck`, `#fuckthis`.
enum HiddenAbuse {
    static func first(in text: ReadText) -> Range<Int>? {
        inside(text) ?? spaced(text) ?? masked(text)
    }

    /// Stems that no ordinary word holds.
    private static func inside(_ text: ReadText) -> Range<Int>? {
        let bytes = text.bytes
        for at in bytes.indices {
            switch bytes[at] {
            case UInt8(ascii: "f"), UInt8(ascii: "c"), UInt8(ascii: "w"), UInt8(ascii: "b"), UInt8(ascii: "a"),
                UInt8(ascii: "d"), UInt8(ascii: "n"), UInt8(ascii: "m"):
                for (stem, exceptions) in AbuseWords.always where bytes[at] == stem[0] && holds(bytes, stem, at) {
                    var start = at
                    while start > 0, ReadText.isLetter(bytes[start - 1]) { start -= 1 }
                    var end = at + stem.count
                    while end < bytes.count, ReadText.isLetter(bytes[end]) { end += 1 }
                    if !exceptions.contains(where: { contains(bytes[start..<end], $0) }) { return start..<end }
                }
            default: continue
            }
        }
        return nil
    }

    private static func holds(_ bytes: [UInt8], _ stem: [UInt8], _ at: Int) -> Bool {
        at + stem.count <= bytes.count && bytes[at + 1] == stem[1] && bytes[at..<at + stem.count].elementsEqual(stem)
    }

    private static func contains(_ word: ArraySlice<UInt8>, _ part: [UInt8]) -> Bool {
        word.indices.contains { $0 + part.count <= word.endIndex && word[$0..<$0 + part.count].elementsEqual(part) }
    }

    /// Single letters in a row.
    private static func spaced(_ text: ReadText) -> Range<Int>? {
        var run = 0..<0
        for index in 0...text.words.count {
            if index < text.words.count, text.words[index].length == 1, index > run.upperBound - 1 {
                run = run.upperBound == index && !run.isEmpty ? run.lowerBound..<index + 1 : index..<index + 1
                continue
            }
            if run.count >= 4, let found = stem(in: run, text) { return found }
            run = index..<index
        }
        return nil
    }

    private static func stem(in run: Range<Int>, _ text: ReadText) -> Range<Int>? {
        let letters = run.map { text.bytes[Int(text.words[$0].start)] }
        for stem in stems where stem.count >= 4 && stem.count <= letters.count {
            for from in 0...letters.count - stem.count where letters[from..<from + stem.count].elementsEqual(stem) {
                return text.bytes(ofWords: run.lowerBound + from..<run.lowerBound + from + stem.count)
            }
        }
        return nil
    }

    /// Words between spaces with signs or digits among their letters, or with a letter three times in a row.
    private static func masked(_ text: ReadText) -> Range<Int>? {
        let bytes = text.bytes
        var at = 0
        while at < bytes.count {
            guard bytes[at] != 32, bytes[at] != 10 else {
                at += 1
                continue
            }
            let start = at
            var signs = 0
            var isStretched = false
            while at < bytes.count, bytes[at] != 32, bytes[at] != 10 {
                if !ReadText.isLetter(bytes[at]) { signs += 1 }
                if at >= start + 2, bytes[at] == bytes[at - 1], bytes[at] == bytes[at - 2] { isStretched = true }
                at += 1
            }
            guard (signs > 0 || isStretched), at - start <= 24, let found = unmasked(start..<at, bytes) else {
                continue
            }
            return found
        }
        return nil
    }

    private static func unmasked(_ chunk: Range<Int>, _ bytes: [UInt8]) -> Range<Int>? {
        var range = chunk
        while let first = range.first, !ReadText.isLetter(bytes[first]),
            likeness(bytes[first]) == nil
                || !ReadText.isWord(bytes[first]) && bytes[first] != UInt8(ascii: "$")
                    && bytes[first] != UInt8(ascii: "@")
        {
            range = first + 1..<range.upperBound
        }
        while let last = range.last, !ReadText.isWord(bytes[last]), bytes[last] != UInt8(ascii: "*") {
            range = range.lowerBound..<last
        }
        if range.lowerBound > chunk.lowerBound, bytes[range.lowerBound - 1] == UInt8(ascii: "*") {
            while let last = range.last, bytes[last] == UInt8(ascii: "*") { range = range.lowerBound..<last }
        }
        let word = bytes[range]
        guard word.count >= 3, ReadText.isLetter(word[range.lowerBound]) || likeness(word[range.lowerBound]) != nil
        else { return nil }
        if word.contains(where: { !ReadText.isLetter($0) }) {
            let letters = word.filter(ReadText.isLetter)
            let separators = word.filter { !ReadText.isWord($0) }
            if !separators.isEmpty,
                separators.allSatisfy({
                    $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "@") && $0 != UInt8(ascii: "$")
                        && $0 != UInt8(ascii: "!") && $0 != UInt8(ascii: "#")
                }),
                separators.count >= letters.count - 1, letters.count >= 4,
                stems.contains(where: { letters.elementsEqual($0) })
            {
                return range
            }
            if stems.contains(where: { isLike($0, word) }) { return range }
        }
        let short = squeezed(word)
        return short.count < word.count && stretched.contains(short) ? range : nil
    }

    /// Sign for sign: a letter, a digit or sign that looks like it, or a star in its place; at least the first letter
    /// and one more must be there, for the longer ones two.
    private static func isLike(_ stem: [UInt8], _ word: ArraySlice<UInt8>) -> Bool {
        guard stem.count == word.count else { return false }
        var literal = 0
        var hidden = 0
        for (letter, sign) in zip(stem, word) {
            if letter == sign {
                literal += 1
            } else if isStar(sign) {
                hidden += 1
            } else if likeness(sign) == letter || sign == UInt8(ascii: "1") && letter == UInt8(ascii: "l") {
                literal += 1
            } else {
                return false
            }
        }
        guard word.first == stem.first || likeness(word[word.startIndex]) == stem.first else { return false }
        return literal + hidden == stem.count && (hidden == 0 || literal >= 2 || frank.contains(stem))
    }

    private static func isStar(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "*") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    private static func likeness(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0"): UInt8(ascii: "o")
        case UInt8(ascii: "1"), UInt8(ascii: "!"), UInt8(ascii: "|"): UInt8(ascii: "i")
        case UInt8(ascii: "3"): UInt8(ascii: "e")
        case UInt8(ascii: "4"), UInt8(ascii: "@"): UInt8(ascii: "a")
        case UInt8(ascii: "5"), UInt8(ascii: "$"): UInt8(ascii: "s")
        case UInt8(ascii: "7"), UInt8(ascii: "+"): UInt8(ascii: "t")
        case UInt8(ascii: "8"): UInt8(ascii: "b")
        case UInt8(ascii: "9"): UInt8(ascii: "g")
        default: nil
        }
    }

    private static func squeezed(_ word: ArraySlice<UInt8>) -> [UInt8] {
        word.reduce(into: []) { short, byte in if short.last != byte { short.append(byte) } }
    }

    private static let stems = AbuseWords.stems.map { Array($0.utf8) }
    private static let stretched = Set(stems.map { squeezed($0[...]) })
    /// Masked but for their first letter they are still read as what they are.
    private static let frank = [Array("fuck".utf8), Array("cunt".utf8)]
}
