/// About how old a reader must be for a text, by the Flesch-Kincaid grade: longer sentences and words ask for more.
package enum ReadingAge {
    /// Nil for a text too short to say.
    package static func years(of text: ReadText) -> Int? {
        let words = text.words.filter { !$0.isTagged }
        guard words.count >= 15 else { return nil }
        let sentences = max(1, words.count { $0.gap == .sentence })
        let syllables = words.reduce(0) { $0 + Self.syllables(text.bytes[Int($1.start)..<Int($1.end)]) }
        let grade =
            0.39 * Double(words.count) / Double(sentences) + 11.8 * Double(syllables) / Double(words.count) - 15.59
        return max(5, Int((grade + 5).rounded()))
    }

    package static func years(of text: String) -> Int? { years(of: ReadText(FieldText("text", text))) }

    /// Groups of vowels, without a silent e at the end.
    private static func syllables(_ word: ArraySlice<UInt8>) -> Int {
        var count = 0
        var wasVowel = false
        for byte in word {
            let isVowel = "aeiouy".utf8.contains(byte)
            if isVowel, !wasVowel { count += 1 }
            wasVowel = isVowel
        }
        if count > 1, word.last == UInt8(ascii: "e"), word.dropLast().last != UInt8(ascii: "l") { count -= 1 }
        return max(1, count)
    }
}
