/// The one form of a handle or address by which two are compared: `@Quay`, `quay` and `https://x.com/Quay/` are one account
/// of X.
package struct AccountHandle: Sendable, Hashable {
    package let network: Network
    package let text: String

    /// - Parameter written: as somebody entered it.
    package init(_ written: String, on network: Network) {
        self.network = network
        let plain = Self.withoutScheme(trimmed(written).lowercased())
        var parts = plain.split(separator: "/").map(String.init)
        if let host = parts.first.map({ Self.withoutPrefix($0) }), parts.count > 1 || host.contains(".") {
            if network.isHost(host), parts.count > 1 {
                parts.removeFirst()
                parts = network.account(in: parts)
            } else if network != .mastodon || parts.count == 1 {
                parts[0] = host
            } else {
                // https://mastodon.example/@quay is @quay@mastodon.example
                parts = [parts[1] + "@" + host]
            }
        }
        let joined = parts.joined(separator: "/")
        text = joined.hasPrefix("@") ? String(joined.dropFirst()) : joined
    }

    /// Without `https://`, what follows `#`, and what follows `?` save the number of a profile.
    private static func withoutScheme(_ text: String) -> String {
        var text = text
        for scheme in ["https://", "http://"] where text.hasPrefix(scheme) { text.removeFirst(scheme.count) }
        if let hash = text.firstIndex(of: "#") { text = String(text[..<hash]) }
        if let query = text.firstIndex(of: "?"), !text[query...].contains("id="), !text[query...].contains("v=") {
            text = String(text[..<query])
        }
        return text
    }

    private static func withoutPrefix(_ host: String) -> String {
        for prefix in ["www.", "m.", "mobile."] where host.hasPrefix(prefix) {
            return String(host.dropFirst(prefix.count))
        }
        return host
    }
}

extension Network {
    /// Where its accounts stand, without `www`.
    fileprivate var accountHosts: Set<String> {
        switch self {
        case .facebook: ["facebook.com", "fb.com", "fb.me"]
        case .instagram: ["instagram.com", "instagr.am"]
        case .x: ["x.com", "twitter.com"]
        case .linkedin: ["linkedin.com"]
        case .bluesky: ["bsky.app"]
        case .threads: ["threads.net", "threads.com"]
        case .youtube: ["youtube.com"]
        case .tiktok: ["tiktok.com"]
        case .mastodon, .website, .other: []
        }
    }

    /// Its own, or one of its countries’, such as `uk.linkedin.com`.
    fileprivate func isHost(_ host: String) -> Bool {
        accountHosts.contains { host == $0 || host.hasSuffix("." + $0) }
    }

    /// The part of an address that tells which account it is, from what follows the host.
    fileprivate func account(in parts: [String]) -> [String] {
        switch self {
        case .linkedin where ["company", "school"].contains(parts[0]) && parts.count > 1: [parts[1]]
        case .linkedin: Array(parts.prefix(2))
        case .youtube where ["c", "user"].contains(parts[0]) && parts.count > 1: [parts[1]]
        case .youtube where parts[0] == "channel": Array(parts.prefix(2))
        case .bluesky where parts[0] == "profile" && parts.count > 1: [parts[1]]
        case .facebook where parts[0] == "groups": Array(parts.prefix(2))
        case .facebook where ["pages", "pg"].contains(parts[0]) && parts.count > 1: [parts[parts.count - 1]]
        default: [parts[0]]
        }
    }
}
