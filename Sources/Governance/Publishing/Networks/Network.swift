/// Where a school can have an account.
package enum Network: String, Sendable, Codable, CaseIterable {
    case facebook, instagram, x, linkedin, mastodon, bluesky, threads, youtube, tiktok, website
    /// Any other place: the chat of a game, a forum, a site of reviews.
    case other

    package var title: String { facts.title }

    /// How a draft for this network counts for consent and for the controls.
    package var channel: Draft.Channel {
        switch self {
        case .website: .website
        case .linkedin: .linkedin
        default: .social
        }
    }

    /// A handle or name as a person or an old paper writes it; Twitter is X.
    package init?(named name: String) {
        let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
        switch plain {
        case "twitter": self = .x
        case "ig", "insta": self = .instagram
        case "fb": self = .facebook
        case "bsky": self = .bluesky
        case "web", "site": self = .website
        case "anotherplatform": self = .other
        default: self.init(rawValue: plain)
        }
    }
}
