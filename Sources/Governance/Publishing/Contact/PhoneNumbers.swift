/// Telephone numbers in a field.
enum PhoneNumbers {
    struct Found {
        let range: Range<Int>
        /// National digits with the leading 0, or the international ones.
        let digits: String
        let certainty: Observation.Certainty
    }

    static func all(in text: ReadText, runs: [DigitRun], links: [ReadLink]) -> [Found] {
        var found: [Found] = []
        for run in runs {
            var first = 0
            while first < run.groups.count {
                if let (number, last) = number(run, from: first, text), !isElsewhere(number.range, text, links) {
                    found.append(number)
                    first = last + 1
                } else {
                    first += 1
                }
            }
        }
        return found
    }

    private static func number(_ run: DigitRun, from first: Int, _ text: ReadText) -> (Found, last: Int)? {
        let groups = run.groups
        guard first == 0 || groups[first].digits.count > 1 || groups[first].digits == [48] else { return nil }
        var digits: [UInt8] = []
        var best: (digits: String, last: Int)?
        for last in first..<groups.count {
            digits += groups[last].digits
            if digits.count > 17 { break }
            let sizes = groups[first...last].map(\.digits.count)
            if let national = national(digits, sizes, hasPlus: run.hasPlus && first == 0) { best = (national, last) }
        }
        if let best {
            let range = groups[first].range.lowerBound..<groups[best.last].range.upperBound
            guard !isCalledOtherwise(range, text) else { return nil }
            return (Found(range: widened(range, text), digits: best.digits, certainty: .plain), best.last)
        }
        return local(run, from: first, text)
    }

    /// The number with its leading 0, when the digits are one in the United Kingdom, or one abroad after a plus.
    private static func national(_ digits: [UInt8], _ sizes: [Int], hasPlus: Bool) -> String? {
        let number = String(decoding: digits, as: UTF8.self)
        for code in hasPlus ? ["44"] : ["0044", "44"] where number.hasPrefix(code) {
            var rest = number.dropFirst(code.count)
            if rest.hasPrefix("0") { rest = rest.dropFirst() }
            let whole = "0" + rest
            if isUK(whole), code != "44" || hasPlus || whole.hasPrefix("07") { return whole }
        }
        if hasPlus, !number.hasPrefix("44"), !number.hasPrefix("0"), (8...15).contains(number.count) {
            return "+" + number
        }
        guard isUK(number) else { return nil }
        let isSpelledOut = sizes.allSatisfy { $0 <= 2 } && number.hasPrefix("07")
        return sizes[0] >= 3 || isSpelledOut
            || sizes[0] == 1 && sizes.count > 1 && sizes[1] >= 3 && sizes.count <= 4
                && number.hasPrefix("07")
            ? number : nil
    }

    private static func isUK(_ number: String) -> Bool {
        let digits = Array(number.utf8)
        guard digits.count >= 9, digits[0] == 48 else { return false }
        switch digits[1] {
        case UInt8(ascii: "1"): return (digits.count == 10 || digits.count == 11) && digits[2] != 48
        case UInt8(ascii: "2"): return digits.count == 11 && [48, 51, 52, 56, 57].contains(digits[2])
        case UInt8(ascii: "3"): return digits.count == 11 && [48, 51, 52, 55].contains(digits[2])
        case UInt8(ascii: "5"): return digits.count == 11 && [53, 54].contains(digits[2])
        case UInt8(ascii: "7"): return digits.count == 11
        case UInt8(ascii: "8"): return digits.count == 11 || digits.count == 10
        case UInt8(ascii: "9"): return digits.count == 11 && [48, 49, 56].contains(digits[2])
        default: return false
        }
    }

    /// `ring 498 0123`: six to eight digits right after a word for calling.
    private static func local(_ run: DigitRun, from first: Int, _ text: ReadText) -> (Found, last: Int)? {
        let groups = run.groups
        guard first == 0, groups.count <= 3, groups[0].digits.count >= 3 else { return nil }
        let digits = groups.flatMap(\.digits)
        guard (6...8).contains(digits.count), digits[0] != 48 || digits.count == 8 else { return nil }
        let range = groups[0].range.lowerBound..<groups[groups.count - 1].range.upperBound
        var word = text.word(at: range.lowerBound) - 1
        var steps = 0
        while word >= 0, steps < 4, fillers.contains(text.words[word].hash) { (word, steps) = (word - 1, steps + 1) }
        guard word >= 0, callWords.contains(text.words[word].hash), text.words[word + 1].gap != .sentence else {
            return nil
        }
        return (
            Found(range: range, digits: String(decoding: digits, as: UTF8.self), certainty: .likely), groups.count - 1
        )
    }

    private static func widened(_ range: Range<Int>, _ text: ReadText) -> Range<Int> {
        var from = range.lowerBound
        while from > 0, [UInt8(ascii: "+"), UInt8(ascii: "(")].contains(text.bytes[from - 1]) { from -= 1 }
        return from..<range.upperBound
    }

    /// An ISBN, an amount, a reference that is called so.
    private static func isCalledOtherwise(_ range: Range<Int>, _ text: ReadText) -> Bool {
        if let before = text.bytes[..<range.lowerBound].last {
            let original = text.passage(range.lowerBound - 1..<range.lowerBound)
            if before == UInt8(ascii: "$") || original == "£" || original == "€" { return true }
        }
        let word = text.word(at: range.lowerBound)
        return text.words[max(0, word - 2)..<word].contains { otherWords.contains($0.hash) }
    }

    /// Digits inside an address of the web are a number to call only after `tel:` and the like.
    private static func isElsewhere(_ range: Range<Int>, _ text: ReadText, _ links: [ReadLink]) -> Bool {
        guard let link = links.first(where: { $0.range.overlaps(range) }), link.scheme != "tel", link.scheme != "sms"
        else {
            return false
        }
        if link.host.hasSuffix("wa.me") || link.host.contains("whatsapp") { return false }
        return !link.parameters.contains { ["phone", "tel", "mobile", "number", "text", "body"].contains($0.name) }
    }

    private static let fillers = Set(
        [
            "me", "us", "on", "at", "is", "no", "number", "him", "her", "them", "the", "office", "school", "home",
            "mum", "dad",
            "now", "back", "or",
        ].map(WordHash.of))
    private static let callWords = Set(
        ["tel", "telephone", "phone", "mobile", "mob", "call", "ring", "whatsapp", "fax", "landline"].map(WordHash.of))
    private static let otherWords = Set(
        ["isbn", "issn", "upn", "urn", "barcode", "charity", "invoice", "ean", "account", "iban"].map(WordHash.of))
}
