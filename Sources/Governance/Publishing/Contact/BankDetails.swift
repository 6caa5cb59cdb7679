/// Accounts and cards: sort code with account number, IBAN, card numbers.
enum BankDetails {
    static func all(in text: ReadText, runs: [DigitRun]) -> [Range<Int>] {
        var found = runs.flatMap { cards(in: $0, text) } + accounts(runs, text) + ibans(in: text)
        found.sort { ($0.lowerBound, -$0.count) < ($1.lowerBound, -$1.count) }
        var kept: [Range<Int>] = []
        for range in found where !(kept.last?.overlaps(range) ?? false) { kept.append(range) }
        return kept
    }

    private static func cards(in run: DigitRun, _ text: ReadText) -> [Range<Int>] {
        let groups = run.groups
        for first in groups.indices {
            var digits: [UInt8] = []
            for last in first..<min(groups.count, first + 5) {
                digits += groups[last].digits
                guard (13...19).contains(digits.count), [51, 52, 53, 54].contains(digits[0]),
                    groups[first...last].allSatisfy({ $0.digits.count >= 2 }), passesLuhn(digits),
                    !isBook(groups[first].range.lowerBound, text)
                else { continue }
                return [groups[first].range.lowerBound..<groups[last].range.upperBound]
            }
        }
        return []
    }

    private static func passesLuhn(_ digits: [UInt8]) -> Bool {
        var sum = 0
        for (place, byte) in digits.reversed().enumerated() {
            let digit = Int(byte) - 48
            sum += place % 2 == 0 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9
        }
        return sum % 10 == 0 && Set(digits).count > 1
    }

    private static func isBook(_ start: Int, _ text: ReadText) -> Bool {
        let word = text.word(at: start)
        return text.words[max(0, word - 2)..<word].contains { $0.hash == WordHash.of("isbn") }
    }

    /// A sort code and eight digits near each other, or either after its name.
    private static func accounts(_ runs: [DigitRun], _ text: ReadText) -> [Range<Int>] {
        var found: [Range<Int>] = []
        let groups = runs.flatMap(\.groups)
        guard groups.contains(where: { $0.digits.count > 1 }) else { return found }
        let named = names.hits(in: text).map { Int(text.words[$0.words.upperBound - 1].end) }
        var sortCode: Range<Int>?
        var at = 0
        while at < groups.count {
            if let code = sort(groups, at, text) {
                sortCode = code.range
                if isNamed(code.range.lowerBound, named) { found.append(code.range) }
                at = code.next
                continue
            }
            let group = groups[at]
            if (7...8).contains(group.digits.count) {
                if let code = sortCode, group.range.lowerBound - code.upperBound < 48, group.digits.count == 8 {
                    found.removeAll { $0 == code }
                    found.append(code.lowerBound..<group.range.upperBound)
                } else if isNamed(group.range.lowerBound, named) {
                    found.append(group.range)
                }
                sortCode = nil
            }
            at += 1
        }
        return found
    }

    /// `20-00-00`, or six digits in one.
    private static func sort(_ groups: [DigitRun.Group], _ at: Int, _ text: ReadText) -> (range: Range<Int>, next: Int)?
    {
        if groups[at].digits.count == 6 { return (groups[at].range, at + 1) }
        guard at + 2 < groups.count, groups[at...at + 2].allSatisfy({ $0.digits.count == 2 }),
            groups[at + 1].range.lowerBound - groups[at].range.upperBound == 1,
            groups[at + 2].range.lowerBound - groups[at + 1].range.upperBound == 1
        else { return nil }
        return (groups[at].range.lowerBound..<groups[at + 2].range.upperBound, at + 3)
    }

    private static func isNamed(_ start: Int, _ named: [Int]) -> Bool {
        named.contains { $0 <= start && start - $0 <= 6 }
    }

    private static func ibans(in text: ReadText) -> [Range<Int>] {
        let bytes = text.bytes
        var found: [Range<Int>] = []
        for digit in text.signs where ReadText.isDigit(bytes[digit]) {
            let at = digit - 2
            guard at >= 0, at < bytes.count - 14, bytes[at] &- 97 < 26, bytes[at + 1] &- 97 < 26,
                ReadText.isDigit(bytes[at + 3]), at == 0 || !ReadText.isWord(bytes[at - 1])
            else { continue }
            if let end = endOfIBAN(bytes, at) { found.append(at..<end) }
        }
        return found
    }

    /// Fifteen to thirty-four letters and digits, with single spaces, whose check digits are right.
    private static func endOfIBAN(_ bytes: [UInt8], _ start: Int) -> Int? {
        var signs: [UInt8] = []
        var best: Int?
        var at = start
        while at < bytes.count, signs.count < 34 {
            if ReadText.isWord(bytes[at]), bytes[at] != FoldedScalar.letter {
                signs.append(bytes[at])
            } else if bytes[at] != 32 || at + 1 >= bytes.count || !ReadText.isWord(bytes[at + 1]) {
                break
            }
            at += 1
            let isEnd = at == bytes.count || !ReadText.isWord(bytes[at])
            if isEnd, signs.count >= 15, remainder(signs) == 1 { best = at }
        }
        return best
    }

    private static func remainder(_ signs: [UInt8]) -> Int {
        var remainder = 0
        for sign in signs[4...] + signs[..<4] {
            let value = ReadText.isDigit(sign) ? Int(sign) - 48 : Int(sign) - 87
            remainder = (value > 9 ? remainder * 100 + value : remainder * 10 + value) % 97
        }
        return remainder
    }

    private static let names = WordPhrases([
        "sort code", "sortcode", "account {number,no,num}", "acc {number,no}", "a c {number,no,}", "bank account",
    ])
}
