/// What is known of a network, as data with its day: limits move, and a connector will read them from the network itself.
package struct NetworkFacts: Sendable, Equatable {
    package let title: String
    /// The most that one post's text may count; nil: no limit that a person would meet.
    package let limit: Int?
    package let counting: Counting
    /// Whether a reader can tap a link in the text.
    package let linksTappable: Bool
    /// The youngest the network lets hold an account; nil: none, or each server sets its own.
    package let minimumAge: Int?
    /// What a writer should know and the figures do not say.
    package let note: String?
    /// The day the figures were read.
    package let asOf: String

    /// What the network counts as one.
    package enum Counting: Sendable, Equatable {
        /// What a reader sees as one character.
        case graphemes
        /// UTF-16 units: an emoji is two or more.
        case utf16
        /// UTF-8 bytes.
        case bytes
        /// Characters, save that an emoji counts as its UTF-8 bytes.
        case emojiAsBytes
        /// X: Latin counts one, other scripts and emoji two, every link 23, out of twice as fine a scale.
        case weighted
        /// Mastodon: characters, every link 23, of a mention only the part before the server.
        case federated
    }
}

extension Network {
    /// The figures as they were known on their day.
    package var facts: NetworkFacts {
        switch self {
        case .facebook:
            .of(
                "Facebook", 63_206, .utf16, tappable: true, age: 13, note: "Readers see about the first 480 characters."
            )
        case .instagram:
            .of(
                "Instagram", 2_200, .utf16, tappable: false, age: 13,
                note: "Needs a picture. At most 30 hashtags and 20 mentions.")
        case .x: .of("X", 280, .weighted, tappable: true, age: 13, note: "Once called Twitter.")
        case .linkedin: .of("LinkedIn", 3_000, .utf16, tappable: true, age: 16)
        case .mastodon: .of("Mastodon", 500, .federated, tappable: true, age: nil, note: "A server may allow more.")
        case .bluesky: .of("Bluesky", 300, .graphemes, tappable: true, age: 13, note: "And at most 3,000 bytes.")
        case .threads: .of("Threads", 500, .emojiAsBytes, tappable: true, age: 13)
        case .youtube: .of("YouTube", 5_000, .bytes, tappable: true, age: 13, note: "The description of a video.")
        case .tiktok: .of("TikTok", 2_200, .utf16, tappable: false, age: 13, note: "Needs a picture or a video.")
        case .website: .of("Website", nil, .graphemes, tappable: true, age: nil)
        case .other:
            .of(
                "Another platform", nil, .graphemes, tappable: false, age: nil,
                note: "A game, a forum or a site of reviews: look up its own limits.")
        }
    }
}

extension NetworkFacts {
    fileprivate static func of(
        _ title: String, _ limit: Int?, _ counting: Counting, tappable: Bool, age: Int?, note: String? = nil
    ) -> NetworkFacts {
        NetworkFacts(
            title: title, limit: limit, counting: counting, linksTappable: tappable, minimumAge: age, note: note,
            asOf: "2026-11-21")
    }
}
