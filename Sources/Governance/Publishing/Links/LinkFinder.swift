/// Finds addresses written in words: with a scheme, with `www.`, or a bare domain.
enum LinkFinder {
    static func ranges(in text: ReadText) -> [Range<Int>] {
        let bytes = text.bytes
        var ranges: [Range<Int>] = []
        var from = 0
        var next = 1
        for at in text.signs where at >= next && at + 1 < bytes.count {
            let found: Range<Int>? =
                switch bytes[at] {
                case UInt8(ascii: ":"): scheme(at, bytes, from: from, text)
                case UInt8(ascii: "."): host(around: at, bytes, from: from, text, past: &next)
                default: nil
                }
            if let found {
                ranges.append(found)
                from = found.upperBound
            }
            next = max(next, from)
        }
        return ranges
    }

    private static func scheme(_ at: Int, _ bytes: [UInt8], from: Int, _ text: ReadText) -> Range<Int>? {
        let hasSlashes =
            at + 2 < bytes.count && LinkParts.isSlash(bytes[at + 1]) && LinkParts.isSlash(bytes[at + 2])
        let start = start(before: at, bytes, from: from, in: hasSlashes ? isSchemeByte : ReadText.isLetter)
        guard start < at, hasSlashes || scripts.contains(text.folded(start..<at)) else { return nil }
        return start..<end(after: at, bytes)
    }

    /// - Parameter next: set past a run of host's letters that is none, so that its other dots are not asked again.
    private static func host(
        around at: Int, _ bytes: [UInt8], from: Int, _ text: ReadText, past next: inout Int
    ) -> Range<Int>? {
        guard ReadText.isWord(bytes[at - 1]), ReadText.isWord(bytes[at + 1]) else { return nil }
        let start = start(before: at, bytes, from: from, in: isHostByte)
        if start > 0, bytes[start - 1] == UInt8(ascii: "@") { return nil }
        var end = at + 1
        while end < bytes.count, isHostByte(bytes[end]) { end += 1 }
        next = end
        while end > at + 1, !ReadText.isWord(bytes[end - 1]) { end -= 1 }
        if end < bytes.count, bytes[end] == UInt8(ascii: "@") { return nil }
        if end < bytes.count, bytes[end] == UInt8(ascii: ":"), end + 1 < bytes.count, LinkParts.isSlash(bytes[end + 1])
        {
            return nil
        }
        let hasPath = end + 1 < bytes.count && bytes[end] == UInt8(ascii: "/") && ReadText.isWord(bytes[end + 1])
        guard KnownHosts.isDomain(text.folded(start..<end), hasPath: hasPath) else { return nil }
        return start..<(end < bytes.count && isPathStart(bytes[end]) ? self.end(after: end - 1, bytes) : end)
    }

    /// Schemes that need no slashes and do something.
    private static let scripts: Set<String> = ["javascript", "data", "vbscript"]

    private static func start(
        before at: Int, _ bytes: [UInt8], from: Int, in allowed: (UInt8) -> Bool
    ) -> Int {
        var start = at
        while start > from, allowed(bytes[start - 1]) { start -= 1 }
        while start < at, !ReadText.isWord(bytes[start]) { start += 1 }
        return start
    }

    /// An address ends at white space or a quotation mark, and does not keep the sentence's own punctuation.
    private static func end(after at: Int, _ bytes: [UInt8]) -> Int {
        var end = at + 1
        while end < bytes.count, !isAfterAddress(bytes[end]) { end += 1 }
        let opened = bytes[at..<end].firstIndex(of: UInt8(ascii: "(")) ?? end
        while end > at + 1 {
            let last = bytes[end - 1]
            if isLast(last) || last == UInt8(ascii: ")") && opened < end { break }
            end -= 1
        }
        return end
    }

    private static func isAfterAddress(_ byte: UInt8) -> Bool {
        switch byte {
        case FoldedScalar.space, FoldedScalar.newline, FoldedScalar.symbol, UInt8(ascii: "\""), UInt8(ascii: "<"),
            UInt8(ascii: ">"):
            true
        default: false
        }
    }

    private static func isLast(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "]"),
            UInt8(ascii: "&"), UInt8(ascii: "%"):
            true
        default: ReadText.isWord(byte)
        }
    }

    private static func isPathStart(_ byte: UInt8) -> Bool {
        LinkParts.isSlash(byte) || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: ":")
    }

    private static func isSchemeByte(_ byte: UInt8) -> Bool {
        ReadText.isWord(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        ReadText.isWord(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }
}
