import Governance

extension Network {
    /// Where an account can be opened; nil when its handle does not say.
    func address(of handle: String) -> String? {
        if handle.hasPrefix("https://") { return handle }
        if handle.contains("/") && handle.contains(".") { return "https://\(handle)" }
        let name = handle.trimmingPrefix("@")
        return switch self {
        case .facebook: "https://www.facebook.com/"
        case .instagram: "https://www.instagram.com/"
        case .x: "https://x.com/compose/post"
        case .linkedin: "https://www.linkedin.com/"
        case .mastodon: name.split(separator: "@").last.map { "https://\($0)/" }
        case .bluesky: "https://bsky.app/"
        case .threads: "https://www.threads.net/"
        case .youtube: "https://studio.youtube.com/"
        case .tiktok: "https://www.tiktok.com/upload"
        case .website, .other: handle.contains(".") ? "https://\(handle)" : nil
        }
    }
}
