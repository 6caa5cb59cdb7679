/// The hashtags and mentions of a text; an address for mail is no mention.
package struct TagCount: Sendable, Equatable {
    package private(set) var hashtags = 0
    package private(set) var mentions = 0

    package init(_ text: String) {
        var before: Character = " "
        for (sign, next) in zip(text, text.dropFirst()) {
            let begins = next == "_" || !(next.isWhitespace || next.isPunctuation)
            if begins, sign == "#" { hashtags += 1 }
            if begins, sign == "@", !(before.isLetter || before.isNumber || before == "_") { mentions += 1 }
            before = sign
        }
    }

    /// As it goes out, as for `CharacterCount`.
    package init(_ text: String, links: [String], by connected: Capabilities?) {
        self.init(connected == nil ? text : wholeText(text, links: links))
    }

    /// Of what a network takes fewer in one post.
    package struct TooMany: Sendable, Equatable {
        package let count: Int
        package let most: Int
        /// `hashtags` or `mentions`.
        package let what: String
    }

    /// nil where all of them may stand.
    /// - Parameter limits: what the account's own server allows; where it was not asked, or said nothing of them, what the
    ///   network states.
    package func tooMany(on network: Network, limits: PostLimits? = nil) -> TooMany? {
        let stated = network.stated?.limits
        let counts = [
            (hashtags, limits?.hashtags ?? stated?.hashtags, "hashtags"),
            (mentions, limits?.mentions ?? stated?.mentions, "mentions"),
        ]
        for case (let count, let most?, let what) in counts where count > most {
            return TooMany(count: count, most: most, what: what)
        }
        return nil
    }
}
