/// A day written in one of the usual ways: `3 May 2014`, `3rd of May`, `May 3`, `03/05/14`, `2014-05-03`.
enum WrittenDate {
    /// Where it ends, and its year if it has one.
    static func date(at index: Int, _ text: ReadText) -> (end: Int, year: Int?)? {
        numbers(at: index, text) ?? dayFirst(at: index, text) ?? monthFirst(at: index, text)
    }

    /// `14032014`, `20140314` or `140314`: only where a label before it says that it is a date.
    static func isInOnePiece(_ index: Int, _ text: ReadText) -> Bool {
        let digits = text.folded(word: index).compactMap(\.wholeNumberValue)
        guard digits.count == text.folded(word: index).count, digits.count == 8 || digits.count == 6 else {
            return false
        }
        func value(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        if (1...31).contains(value(0..<2)), (1...12).contains(value(2..<4)) { return true }
        return digits.count == 8 && (1900...2100).contains(value(0..<4)) && (1...12).contains(value(4..<6))
    }

    private static func numbers(at index: Int, _ text: ReadText) -> (end: Int, year: Int?)? {
        guard index + 2 < text.words.count, isJoined(index, text), isJoined(index + 1, text),
            let one = number(index, text), let two = number(index + 1, text), let three = number(index + 2, text)
        else { return nil }
        if one > 1000 { return (1...12).contains(two) && (1...31).contains(three) ? (index + 3, one) : nil }
        guard (1...31).contains(one), (1...31).contains(two), min(one, two) <= 12 else { return nil }
        let year = three < 100 ? (three > 30 ? 1900 : 2000) + three : three
        return (index + 3, year)
    }

    /// `/`, `-` or `.` between two numbers, with or without spaces.
    private static func isJoined(_ index: Int, _ text: ReadText) -> Bool {
        let gap = text.bytes[Int(text.words[index].end)..<Int(text.words[index + 1].start)].filter { $0 != 32 }
        return gap.count == 1 && [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(gap[0])
    }

    private static func dayFirst(at index: Int, _ text: ReadText) -> (end: Int, year: Int?)? {
        guard let day = number(index, text), (1...31).contains(day) else { return nil }
        var month = index + 1
        if month < text.words.count, text.words[month].hash == WordHash.of("of") { month += 1 }
        guard month < text.words.count, isMonth(month, text) else { return nil }
        return withYear(after: month, text)
    }

    private static func monthFirst(at index: Int, _ text: ReadText) -> (end: Int, year: Int?)? {
        guard isMonth(index, text), index + 1 < text.words.count, let day = number(index + 1, text),
            (1...31).contains(day)
        else { return nil }
        return withYear(after: index + 1, text)
    }

    private static func withYear(after index: Int, _ text: ReadText) -> (end: Int, year: Int?) {
        guard index + 1 < text.words.count, text.words[index + 1].gap != .sentence, let year = number(index + 1, text),
            (1000...2100).contains(year)
        else { return (index + 1, nil) }
        return (index + 2, year)
    }

    private static func isMonth(_ index: Int, _ text: ReadText) -> Bool { months.contains(text.words[index].hash) }

    /// The number of a word such as `3`, `3rd` or `2014`.
    private static func number(_ index: Int, _ text: ReadText) -> Int? {
        let word = text.folded(word: index)
        let digits = word.prefix(while: \.isNumber)
        guard (1...4).contains(digits.count), ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count)) else {
            return nil
        }
        return Int(digits)
    }

    private static let months = Set(
        ("january february march april may june july august september october november december jan feb mar apr jun jul "
            + "aug sep sept oct nov dec").split(separator: " ").map(WordHash.of))
}
