import Foundation

/// How long a text is, as a network counts it.
package struct CharacterCount: Sendable, Equatable {
    package let count: Int
    package let limit: Int?

    /// How many are too many; 0 when it fits.
    package var over: Int { limit.map { max(0, count - $0) } ?? 0 }
    package var fits: Bool { over == 0 }

    /// - Parameter limits: what the account's own server allows, when it was asked.
    package init(_ text: String, on network: Network, limits: PostLimits? = nil) {
        let facts = network.facts
        limit = limits?.characters ?? facts.limit
        let composed = text.precomposedStringWithCanonicalMapping
        count =
            switch facts.counting {
            case .graphemes: Self.graphemes(text, on: network)
            case .utf16: composed.utf16.count
            case .bytes: composed.utf8.count
            case .emojiAsBytes: composed.reduce(0) { $0 + ($1.isEmoji ? $1.utf8.count : 1) }
            case .weighted: Self.weighted(composed)
            case .federated: Self.federated(composed, link: limits?.linkLength ?? Self.linkLength)
            }
    }

    /// As it goes out: where a program publishes, the links that the text does not hold stand below it.
    /// - Parameter connected: what the account's own server allows; nil where a person publishes, who enters a link apart.
    package init(_ text: String, links: [String], on network: Network, by connected: Capabilities?) {
        self.init(
            connected == nil ? text : wholeText(text, links: links), on: network, limits: connected?.limits)
    }

    /// Bluesky has a second limit, ten bytes for each character allowed, met only by texts of stacked marks.
    private static func graphemes(_ text: String, on network: Network) -> Int {
        let bytes = text.utf8.count
        guard network == .bluesky, bytes > 3_000 else { return text.count }
        return max(text.count, (bytes + 9) / 10)
    }

    private static let linkLength = 23

    private static func weighted(_ text: String) -> Int {
        var doubled = 0
        for piece in TextPiece.pieces(of: text) {
            switch piece {
            case .link: doubled += 2 * linkLength
            case .mention(let whole, _), .words(let whole):
                for character in whole {
                    if character.isEmoji {
                        doubled += 4
                    } else {
                        for scalar in character.unicodeScalars { doubled += isLight(scalar.value) ? 2 : 4 }
                    }
                }
            }
        }
        return doubled / 2
    }

    /// The ranges that X counts as one; everything else counts as two.
    private static func isLight(_ value: UInt32) -> Bool {
        switch value {
        case 0...4351, 8192...8205, 8208...8223, 8242...8247: true
        default: false
        }
    }

    private static func federated(_ text: String, link: Int) -> Int {
        TextPiece.pieces(of: text).reduce(0) { sum, piece in
            switch piece {
            case .link: sum + link
            case .mention(_, let local): sum + local.count
            case .words(let words): sum + words.count
            }
        }
    }
}

extension Character {
    /// Shown as a picture: an emoji by itself, a flag, a keycap or a sequence.
    fileprivate var isEmoji: Bool {
        guard let first = unicodeScalars.first else { return false }
        if first.properties.isEmojiPresentation { return true }
        return first.properties.isEmoji
            && unicodeScalars.dropFirst().contains { $0.value == 0xFE0F || $0.value == 0x20E3 }
    }
}

/// A post's text, and below it the links that it does not hold already.
package func wholeText(_ text: String, links: [String]) -> String {
    let missing = links.filter { !text.contains($0) }
    return missing.isEmpty ? text : text + (text.isEmpty ? "" : "\n\n") + missing.joined(separator: "\n")
}
