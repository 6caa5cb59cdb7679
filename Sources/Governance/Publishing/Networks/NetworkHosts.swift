extension Network {
    /// Where the network's posts have their addresses; empty when any host may be one: each server of Mastodon and each
    /// school's website has its own.
    package var hosts: [String] {
        switch self {
        case .facebook: ["facebook.com", "fb.com", "fb.watch", "fb.me"]
        case .instagram: ["instagram.com", "instagr.am"]
        case .x: ["x.com", "twitter.com", "t.co"]
        case .linkedin: ["linkedin.com", "lnkd.in"]
        case .bluesky: ["bsky.app"]
        case .threads: ["threads.net", "threads.com"]
        case .youtube: ["youtube.com", "youtu.be"]
        case .tiktok: ["tiktok.com"]
        case .mastodon, .website, .other: []
        }
    }

    /// Whether an address on this host, or on a part of it such as `www.`, can be a post of the network.
    package func isAt(host: String) -> Bool {
        let host = host.lowercased()
        return hosts.isEmpty || hosts.contains { host == $0 || host.hasSuffix("." + $0) }
    }
}
