/// The parts of an address, read leniently, as browsers do: a backslash is a slash, case does not matter.
enum LinkParts {
    static func isSlash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }

    /// Where the colon of a scheme stands; not that of a port, as in `localhost:80`.
    static func endOfScheme(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        var at = range.lowerBound
        while at < range.upperBound {
            switch bytes[at] {
            case UInt8(ascii: ":"):
                guard at > range.lowerBound else { return nil }
                let next = at + 1 < range.upperBound ? bytes[at + 1] : 0
                return ReadText.isDigit(next) && bytes[range.lowerBound..<at].contains(UInt8(ascii: ".")) ? nil : at
            case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): at += 1
            default:
                guard ReadText.isWord(bytes[at]) else { return nil }
                at += 1
            }
        }
        return nil
    }

    static func endOfAuthority(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        range.first { isSlash(bytes[$0]) || bytes[$0] == UInt8(ascii: "?") || bytes[$0] == UInt8(ascii: "#") }
            ?? range.upperBound
    }

    static func host(_ bytes: [UInt8], _ authority: Range<Int>) -> (userinfo: Range<Int>?, host: Range<Int>) {
        var host = authority
        var userinfo: Range<Int>?
        if let at = authority.last(where: { bytes[$0] == UInt8(ascii: "@") }) {
            userinfo = authority.lowerBound..<at
            host = at + 1..<authority.upperBound
        }
        let isBracketed = host.first.map { bytes[$0] == UInt8(ascii: "[") } ?? false
        if !isBracketed, let colon = host.first(where: { bytes[$0] == UInt8(ascii: ":") }) {
            host = host.lowerBound..<colon
        }
        return (userinfo, host)
    }

    static func parameters(_ text: ReadText, _ range: Range<Int>) -> [(name: String, value: String)] {
        guard
            let start = range.first(where: {
                text.bytes[$0] == UInt8(ascii: "?") || text.bytes[$0] == UInt8(ascii: "#")
            })
        else {
            return []
        }
        let separators: [Character] = ["?", "#", "&", ";"]
        let pairs = text.folded(start..<range.upperBound).split { separators.contains($0) }
        return pairs.compactMap { pair in
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return sides.count == 2 ? (String(sides[0]), String(sides[1])) : nil
        }
    }
}
