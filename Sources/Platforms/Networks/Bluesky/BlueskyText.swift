import Crypto
import Foundation
import Governance

/// Where in a text its links and hashtags are, counted in bytes of UTF-8 (lexicon app.bsky.richtext.facet). Nobody is
/// mentioned: a name stays words.
enum BlueskyFacets {
    static func of(_ text: String) -> [[String: Any]] {
        var facets: [[String: Any]] = []
        var at = 0
        for piece in TextPiece.pieces(of: text) {
            switch piece {
            case .link(let link):
                let address = link.lowercased().hasPrefix("http") ? link : "https://" + link
                facets.append(
                    facet(at..<at + link.utf8.count, ["$type": "app.bsky.richtext.facet#link", "uri": address]))
                at += link.utf8.count
            case .mention(let words, _): at += words.utf8.count
            case .words(let words):
                for (range, tag) in tags(in: words) {
                    facets.append(
                        facet(
                            at + range.lowerBound..<at + range.upperBound,
                            ["$type": "app.bsky.richtext.facet#tag", "tag": tag]))
                }
                at += words.utf8.count
            }
        }
        return facets
    }

    private static func facet(_ range: Range<Int>, _ feature: [String: Any]) -> [String: Any] {
        ["index": ["byteStart": range.lowerBound, "byteEnd": range.upperBound], "features": [feature]]
    }

    /// `#` and a word that is not only digits, of 64 characters at most.
    private static func tags(in words: String) -> [(Range<Int>, String)] {
        var tags: [(Range<Int>, String)] = []
        var at = words.startIndex
        while let sign = words[at...].firstIndex(of: "#") {
            let start = words.index(after: sign)
            let end = words[start...].firstIndex { !($0.isLetter || $0.isNumber || $0 == "_") } ?? words.endIndex
            let tag = words[start..<end]
            let isFree = sign == words.startIndex || words[words.index(before: sign)].isWhitespace
            if isFree, !tag.isEmpty, tag.count <= 64, !tag.allSatisfy(\.isNumber) {
                let from = words.utf8.distance(from: words.utf8.startIndex, to: sign)
                tags.append((from..<from + 1 + tag.utf8.count, String(tag)))
            }
            at = end > sign ? end : start
        }
        return tags
    }
}

/// The name of a record: a time in microseconds and ten further bits, in thirteen signs that sort by it
/// (atproto.com/specs/tid).
enum TID {
    private static let signs = Array("234567abcdefghijklmnopqrstuvwxyz")

    /// The same for the same post, and no other's: what is finer than a millisecond comes from the key.
    static func text(at time: Date, key: String) -> String {
        let digest = SHA256.hash(data: Data(key.utf8)).prefix(4).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let milliseconds = UInt64(max(0, (time.timeIntervalSince1970 * 1_000).rounded(.down)))
        let microseconds = milliseconds * 1_000 + digest % 1_000
        var number = (microseconds & ((1 << 53) - 1)) << 10 | (digest / 1_000) % 1_024
        var text: [Character] = []
        for _ in 0..<13 {
            text.append(signs[Int(number & 31)])
            number >>= 5
        }
        return String(text.reversed())
    }
}
