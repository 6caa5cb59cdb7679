/// House numbers with a street, such as `42 Alder Terrace`. A street alone is no address.
enum StreetLines {
    static func all(in text: ReadText) -> [Range<Int>] {
        var found: [Range<Int>] = []
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
            if isHouse(text.folded(word: index)) {
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
    private static func isHouse(_ word: String) -> Bool {
        let digits = word.prefix(while: \.isNumber)
        let rest = word.dropFirst(digits.count)
        guard (1...4).contains(digits.count), rest.isEmpty || rest.count == 1 && rest.allSatisfy(\.isLetter),
            let number = Int(digits), number > 0
        else { return false }
        return !(1900...2099).contains(number)
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
        if start > 0, text.original.contains("£"), text.passage(start - 1..<start) == "£" { return true }
        if start > 1, [UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "/")].contains(text.bytes[start - 1]),
            ReadText.isDigit(text.bytes[start - 2])
        {
            return true
        }
        if months.contains(words[number + 1].hash) { return true }
        if words[number + 1].hash == WordHash.of("downing") { return true }
        return number > 0 && words[number].gap != .sentence && counted.contains(words[number - 1].hash)
    }

    private static func set(_ words: String) -> Set<UInt64> { Set(words.split(separator: " ").map(WordHash.of)) }

    private static let plain = set(
        "street road rd avenue ave lane crescent cres terrace grove mews boulevard blvd st gardens gdns")
    private static let ambiguous = set(
        "close drive way place court square walk row hill rise view parade park green end yard cottages")
    private static let stops = set("the in on to for with our new and a at from pupils children staff of year years")
    private static let articles = set(
        "the a an to their our your his her this that of and with for safety race trip up")
    private static let schoolWords = set(
        "school schools academy academies primary nursery college church hall library centre safety race trip works map "
            + "show playground surgery fair station theatre museum baths stadium")
    private static let homes = set("live lives living address home house moved post send")
    private static let counted = set(
        "year class room bus buses route form key stage grade number years page chapter platform junction under over top week"
    )
    private static let months = set(
        "january february march april may june july august september october november december")
}
