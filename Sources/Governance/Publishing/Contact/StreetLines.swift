/// House numbers with a street, such as `42 Alder Terrace`. A street alone is no address.
enum StreetLines {
    static func all(in text: ReadText) -> [Range<Int>] {
        var found: [Range<Int>] = []
        let (plain, ambiguous) = (Self.plain, Self.ambiguous)
        for index in text.words.indices {
            let kind = text.words[index]
            let isPlain = plain.contains(kind.hash)
            guard isPlain || ambiguous.contains(kind.hash), let number = number(before: index, text) else { continue }
            guard kind.isCapital || isAbout(home: number, text), isEnd(index, isPlain: isPlain, text),
                !isElse(number, index, text)
            else { continue }
            found.append(text.bytes(ofWords: number..<index + 1))
        }
        return found
    }

    /// The word that is the house number, one to three names before the kind of street.
    private static func number(before kind: Int, _ text: ReadText) -> Int? {
        let words = text.words
        for index in stride(from: kind - 1, through: max(0, kind - 4), by: -1) {
            guard words[index + 1].gap != .sentence else { return nil }
            if isHouse(text.bytes[text.bytes(ofWords: index..<index + 1)]) {
                guard kind - index >= 2, words[index + 1...kind].dropFirst().allSatisfy({ $0.gap == .near }) else {
                    return nil
                }
                return index
            }
            guard words[index].isCapital || isAbout(home: index, text), !stops.contains(words[index].hash) else {
                return nil
            }
        }
        return nil
    }

    /// `42`, `12a`; not a year.
    private static func isHouse(_ word: ArraySlice<UInt8>) -> Bool {
        let digits = word.prefix(while: ReadText.isDigit)
        let rest = word.dropFirst(digits.count)
        guard (1...4).contains(digits.count), rest.isEmpty || rest.count == 1 && rest.allSatisfy({ $0 &- 97 < 26 })
        else { return false }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
        return number > 0 && !(1900...2099).contains(number)
    }

    /// Whether somebody is said to live there.
    private static func isAbout(home index: Int, _ text: ReadText) -> Bool {
        let sentence = text.sentence(around: index)
        return text.words[max(sentence.lowerBound, index - 6)..<index].contains { homes.contains($0.hash) }
    }

    private static func isEnd(_ kind: Int, isPlain: Bool, _ text: ReadText) -> Bool {
        guard kind + 1 < text.words.count else { return true }
        let next = text.words[kind + 1]
        if next.gap != .near { return true }
        if schoolWords.contains(next.hash) { return false }
        return isPlain || next.isCapital || !articles.contains(next.hash)
    }

    /// A class, a bus, a month, a sum of money, a well-known door.
    private static func isElse(_ number: Int, _ kind: Int, _ text: ReadText) -> Bool {
        let words = text.words
        let start = Int(words[number].start)
        if start > 0, text.passage(start - 1..<start) == "£" { return true }
        if start > 1, [UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "/")].contains(text.bytes[start - 1]),
            ReadText.isDigit(text.bytes[start - 2])
        {
            return true
        }
        if months.contains(words[number + 1].hash) { return true }
        if words[number + 1].hash == WordHash.of("downing") { return true }
        return number > 0 && words[number].gap != .sentence && counted.contains(words[number - 1].hash)
    }

    private static let plain = WordSet(
        "street road rd avenue ave lane crescent cres terrace grove mews boulevard blvd st gardens gdns")
    private static let ambiguous = WordSet(
        "close drive way place court square walk row hill rise view parade park green end yard cottages")
    private static let stops = WordSet(
        "the in on to for with our new and a at from pupils children staff of year years")
    private static let articles = WordSet(
        "the a an to their our your his her this that of and with for safety race trip up")
    private static let schoolWords = WordSet(
        "school schools academy academies primary nursery college church hall library centre safety race trip works map "
            + "show playground surgery fair station theatre museum baths stadium")
    private static let homes = WordSet("live lives living address home house moved post send")
    private static let counted = WordSet(
        "year class room bus buses route form key stage grade number years page chapter platform junction under over top week"
    )
    private static let months = WordSet(
        "january february march april may june july august september october november december")
}
