/// Abuse behind signs: `f*ck`, `sh1t`, `f u c k`, `f.u.c.k`, `fuuuck`, `#fuckthis`.
enum HiddenAbuse {
    static func first(in text: ReadText) -> Range<Int>? {
        inside(text) ?? spaced(text) ?? masked(text)
    }

    /// Stems that no ordinary word holds.
    private static func inside(_ text: ReadText) -> Range<Int>? {
        let bytes = text.bytes
        let (seconds, thirds) = (Self.seconds, Self.thirds)
        for at in bytes.indices.dropLast(2) {
            let first = Int(bytes[at] & 31)
            guard seconds[first] & bit(bytes[at + 1]) != 0, thirds[first] & bit(bytes[at + 2]) != 0 else { continue }
            if let found = stem(at, bytes) { return found }
        }
        return nil
    }

    /// The word around one of the stems.
    private static func stem(_ at: Int, _ bytes: [UInt8]) -> Range<Int>? {
        for (stem, exceptions) in AbuseWords.always where bytes[at...].starts(with: stem) {
            var start = at
            while start > 0, ReadText.isLetter(bytes[start - 1]) { start -= 1 }
            var end = at + stem.count
            while end < bytes.count, ReadText.isLetter(bytes[end]) { end += 1 }
            if !exceptions.contains(where: { contains(bytes[start..<end], $0) }) { return start..<end }
        }
        return nil
    }

    /// By its first letter, the bits of the letters that come second and third in a stem: most of a text is passed over.
    private static let seconds = followers(1)
    private static let thirds = followers(2)

    private static func followers(_ place: Int) -> [UInt32] {
        AbuseWords.always.reduce(into: Array(repeating: 0, count: 32)) { bits, always in
            bits[Int(always.stem[0] & 31)] |= bit(always.stem[place])
        }
    }

    private static func bit(_ letter: UInt8) -> UInt32 { 1 << UInt32(letter & 31) }

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
        var reached = 0
        for sign in text.signs where sign >= reached {
            var start = sign
            while start > reached, !isSpace(bytes[start - 1]) { start -= 1 }
            var end = sign + 1
            while end < bytes.count, !isSpace(bytes[end]) { end += 1 }
            reached = end
            if end - start <= 24, let found = unmasked(start..<end, bytes) { return found }
        }
        return nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == FoldedScalar.space || byte == FoldedScalar.newline }

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
        let isWhole = !range.contains { !ReadText.isLetter(bytes[$0]) }
        if isWhole, !range.dropFirst().contains(where: { bytes[$0] == bytes[$0 - 1] }) { return nil }
        let word = bytes[range]
        guard word.count >= 3, ReadText.isLetter(word[range.lowerBound]) || likeness(word[range.lowerBound]) != nil
        else { return nil }
        if !isWhole {
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
        return isStretched(word) ? range : nil
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

    /// Whether a stem is left when each row of a letter is made one letter.
    private static func isStretched(_ word: ArraySlice<UInt8>) -> Bool {
        guard zip(word, word.dropFirst()).contains(where: { $0 == $1 }) else { return false }
        return stretched.contains(squeezed(word))
    }

    /// The hash of a word without a letter after its like.
    private static func squeezed(_ word: some Collection<UInt8>) -> UInt64 {
        var hash = WordHash.start
        var last: UInt8?
        for letter in word where letter != last {
            hash = WordHash.adding(letter, to: hash)
            last = letter
        }
        return hash
    }

    private static let stems = AbuseWords.stems.map { Array($0.utf8) }
    private static let stretched = WordSet(hashes: stems.map { squeezed($0) })
    /// Masked but for their first letter they are still read as what they are.
    private static let frank = [Array("fuck".utf8), Array("cunt".utf8)]
}
