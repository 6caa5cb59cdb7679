/// E-mail addresses in a field, also such as `name at example dot com`.
enum EmailAddresses {
    struct Found {
        let range: Range<Int>
        let address: String
    }

    static func all(in text: ReadText) -> [Found] {
        var found = written(in: text)
        for spoken in spoken(in: text) where !found.contains(where: { $0.range.overlaps(spoken.range) }) {
            found.append(spoken)
        }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static func written(in text: ReadText) -> [Found] {
        let bytes = text.bytes
        var found: [Found] = []
        for at in text.signs where bytes[at] == UInt8(ascii: "@") {
            let isSpaced = at > 0 && bytes[at - 1] == 32 && at + 1 < bytes.count && bytes[at + 1] == 32
            var start = isSpaced ? at - 1 : at
            while start > 0, isLocal(bytes[start - 1]) { start -= 1 }
            while start < at, bytes[start] == UInt8(ascii: ".") || bytes[start] == UInt8(ascii: "-") { start += 1 }
            var end = isSpaced ? at + 2 : at + 1
            let domain = end
            while end < bytes.count, isDomain(bytes[end]) { end += 1 }
            while end > domain, !ReadText.isWord(bytes[end - 1]) { end -= 1 }
            let localEnd = isSpaced ? at - 1 : at
            guard start < localEnd, isName(text.folded(domain..<end)), !isUserinfo(bytes, start) else { continue }
            if start > 0, bytes[start - 1] == UInt8(ascii: "@") { continue }
            found.append(
                Found(range: start..<end, address: text.folded(start..<localEnd) + "@" + text.folded(domain..<end)))
        }
        return found
    }

    private static func isLocal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "-"), 39: true
        default: ReadText.isWord(byte)
        }
    }

    private static func isDomain(_ byte: UInt8) -> Bool {
        ReadText.isWord(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }

    /// A domain and not a file (`cat@2x.png`).
    private static func isName(_ domain: String) -> Bool {
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, !labels.contains(where: \.isEmpty), let ending = labels.last, ending.count >= 2,
            ending.allSatisfy(\.isLetter) || ending.hasPrefix("xn--")
        else { return false }
        return !["png", "jpg", "jpeg", "gif", "webp", "pdf", "svg", "mp4"].contains(ending)
    }

    /// `https://name@host`: the control over links speaks of it.
    private static func isUserinfo(_ bytes: [UInt8], _ start: Int) -> Bool {
        var at = start
        while at > 0,
            ReadText.isWord(bytes[at - 1]) || bytes[at - 1] == UInt8(ascii: ":") || bytes[at - 1] == UInt8(ascii: ".")
        { at -= 1 }
        return at > 1 && LinkParts.isSlash(bytes[at - 1]) && LinkParts.isSlash(bytes[at - 2])
    }

    /// `name at example dot com`, `name[at]example.com`, `name at gmail.com`.
    private static func spoken(in text: ReadText) -> [Found] {
        let (words, at) = (text.words, Self.at)
        var found: [Found] = []
        for index in words.indices.dropFirst() where words[index].hash == at && index + 2 < words.count {
            let isBracketed = bracket(before: index, text)
            guard let end = domain(after: index, text, isBracketed: isBracketed) else { continue }
            var start = index - 1
            while start > 0, words[start].gap == .near, joins(between: start - 1, text) { start -= 1 }
            let range = text.bytes(ofWords: start..<end)
            let local = text.bytes(ofWords: start..<index)
            let domain = words[index + 1..<end].indices.map { text.folded(word: $0) }.filter { $0 != "dot" }
            found.append(
                Found(range: range, address: text.folded(local) + "@" + domain.joined(separator: ".")))
        }
        return found
    }

    private static func bracket(before index: Int, _ text: ReadText) -> Bool {
        let start = Int(text.words[index].start)
        let end = Int(text.words[index].end)
        let opens: [UInt8] = [UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<")]
        let closes: [UInt8] = [UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ">")]
        return start > 0 && opens.contains(text.bytes[start - 1]) && end < text.bytes.count
            && closes.contains(text.bytes[end])
    }

    /// The word after the last of the domain.
    private static func domain(after index: Int, _ text: ReadText, isBracketed: Bool) -> Int? {
        let words = text.words
        var at = index + 1
        var dots = 0
        var isSpoken = false
        while at + 1 < words.count, dots < mostDots {
            if words[at + 1].hash == dot, at + 2 < words.count {
                (at, dots, isSpoken) = (at + 2, dots + 1, true)
            } else if joins(between: at, text, with: UInt8(ascii: ".")) {
                (at, dots) = (at + 1, dots + 1)
            } else {
                break
            }
        }
        guard dots > 0, endings.contains(words[at].hash) else { return nil }
        let isProvider = providers.contains(words[index + 1].hash)
        return isBracketed || isSpoken || isProvider ? at + 1 : nil
    }

    /// Whether nothing but a sign of an address stands after a word and before the next.
    private static func joins(between index: Int, _ text: ReadText, with sign: UInt8? = nil) -> Bool {
        let gap = Int(text.words[index].end)..<Int(text.words[index + 1].start)
        guard gap.count == 1 else { return gap.isEmpty && sign == nil }
        let byte = text.bytes[gap.lowerBound]
        return sign.map { byte == $0 } ?? (byte != 32 && byte != 10 && isLocal(byte))
    }

    /// More than an address that is written out has.
    private static let mostDots = 8
    private static let at = WordHash.of("at")
    private static let dot = WordHash.of("dot")
    private static let endings = Set(
        [
            "com", "uk", "org", "net", "io", "me", "info", "edu", "gov", "ac", "eu", "ie", "fr", "de", "school",
            "example",
            "live",
        ].map(WordHash.of))
    private static let providers = Set(
        [
            "gmail", "googlemail", "hotmail", "outlook", "yahoo", "icloud", "live", "btinternet", "aol", "sky",
            "virginmedia",
            "talktalk", "protonmail", "proton", "msn", "ymail", "gmx",
        ].map(WordHash.of))
}
